package io.bihuan.hazard.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.bihuan.hazard.Refusal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What begins like XML stands for a part of a workbook, anything else for a file. */
class SheetFuzzTest {

    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>46145.5</v></c><c t=\"s\"><v>1</v></c></row>";

    static Stream<byte[]> files() {
        var parts = Sheets.parts(ROWS).values().stream().map(part -> part.getBytes(UTF_8));
        var texts = Stream.of(
                        "编号,问题\r\n1,\"软管\"\"老化\n\"\r\n",
                        "a;b\tc\n'=1;+2;\"",
                        "\uFEFFa\n1",
                        "<row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><r><t>_x000D_</t></r></is></c></row>")
                .map(text -> text.getBytes(UTF_8));
        return Stream.concat(parts, texts);
    }

    @MethodSource("files")
    @FuzzTest
    void aFileIsReadOrRefused(byte @NotNull [] bytes) {
        try {
            Sheets.lines(bytes.length > 0 && bytes[0] == '<' ? workbook(new String(bytes, UTF_8)) : Sheets.file(bytes));
        } catch (Refusal | ForeignFile refused) {
            // As it should be.
        }
    }

    private static SheetFile workbook(String part) {
        Map<String, String> parts = Sheets.parts(ROWS);
        String name = part.startsWith("<Rel")
                ? "xl/_rels/workbook.xml.rels"
                : part.startsWith("<sst")
                        ? "xl/sharedStrings.xml"
                        : part.startsWith("<sty")
                                ? "xl/styles.xml"
                                : part.startsWith("<workb") ? "xl/workbook.xml" : "xl/worksheets/sheet1.xml";
        parts.put(name, part.startsWith("<row") ? Sheets.sheet(part) : part);
        return Sheets.workbook(parts);
    }
}
