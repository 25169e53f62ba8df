package io.bihuan.hazard.sheets;

import static io.bihuan.hazard.sheets.Sheets.lines;
import static io.bihuan.hazard.sheets.Sheets.parts;
import static io.bihuan.hazard.sheets.Sheets.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    @Test
    void textsComeFromTheSharedTableFromTheCellItselfAndFromFormulas() {
        assertThat(cells("""
                <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>007</t></is></c>
                <c r="D1" t="str"><f>A1&amp;B1</f><v>合计_x000D_</v></c><c r="E1" t="b"><v>1</v></c>
                <c r="F1" t="e"><v>#N/A</v></c>""")).containsExactly("燃气软管老化", "软管", "007", "合计\r", "TRUE", "#N/A");
    }

    @Test
    void numbersComeAsTheirDigits() {
        assertThat(cells("""
                <c><v>3</v></c><c><v>1.0</v></c><c><v>1.5E-3</v></c><c><v>1.23456789012E11</v></c>
                <c><v>0.10000000000000001</v></c><c><f>1/3</f><v>0.33333333333333331</v></c><c s="4"><v>12.50</v></c>
                <c><v>1E308</v></c>"""))
                .startsWith("3", "1", "0.0015", "123456789012", "0.1", "0.333333333333333", "12.5")
                .last()
                .asString()
                .hasSize(309);
    }

    @Test
    void datesComeAsIsoTexts() {
        assertThat(cells("""
                <c s="1"><v>46145</v></c><c s="2"><v>46145</v></c><c s="3"><v>46145.4375</v></c><c s="3"><v>46145</v></c>
                <c s="1"><v>46145.5</v></c><c s="5"><v>0.4375</v></c><c s="1"><v>1</v></c><c s="1"><v>61</v></c>
                <c t="d"><v>2026-05-03</v></c><c s="3"><v>46145.438275463</v></c>"""))
                .containsExactly(
                        "2026-05-03",
                        "2026-05-03",
                        "2026-05-03T10:30",
                        "2026-05-03T00:00",
                        "2026-05-03T12:00",
                        "10:30",
                        "1900-01-01",
                        "1900-03-01",
                        "2026-05-03",
                        "2026-05-03T10:31:07");
    }

    @Test
    void datesAreCountedFrom1904WhereTheWorkbookSaysSo() {
        Map<String, String> parts = parts("<row r=\"1\"><c s=\"1\"><v>44683</v></c></row>");
        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("<workbookPr/>", "<workbookPr date1904=\"1\"/>"));

        assertThat(lines(workbook(parts)).get(0).cells()).containsExactly("2026-05-03");
    }

    @Test
    void rowsAndCellsStandWhereTheirReferencesSayAndBlankRowsAreSkipped() {
        assertThat(lines(workbook("""
                <row r="2"><c r="B2"><v>1</v></c><c r="D2" t="inlineStr"><is><t> </t></is></c><c r="AA2"><v>2</v></c></row>
                <row r="3"><c r="A3" s="1"/></row><row r="9"><c r="A9"><v>3</v></c></row><row><c><v>4</v></c></row>""")))
                .extracting(Line::number, line -> line.cells().size(), line -> line.cells()
                        .get(line.cells().size() - 1))
                .containsExactly(tuple(2L, 27, "2"), tuple(9L, 1, "3"), tuple(10L, 1, "4"));
    }

    @Test
    void theFirstSheetThatIsNotHiddenIsReadOrTheNamedOne() {
        Map<String, String> parts = parts("<row><c><v>1</v></c></row>");
        assertThat(lines(workbook(parts)).get(0).cells()).containsExactly("1");
        assertThat(lines(workbook(parts), new Reading(null, null, "说明")).get(0).cells())
                .containsExactly("另一张");

        parts.computeIfPresent(
                "xl/workbook.xml", (name, xml) -> xml.replace("sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\""));
        assertThat(lines(workbook(parts)).get(0).cells()).containsExactly("另一张");
        assertThat(refusal(() -> lines(workbook(parts), new Reading(null, null, "不存在"))))
                .isEqualTo(new Violation("file", "sheet.noSuchSheet", "不存在", List.of("台账", "说明")));
    }

    @Test
    void aCellBeyondTheLastColumnOrTextOrRowIsRefusedBeforeItFillsTheMemory() {
        for (String row : List.of(
                "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
                "<row r=\"2\"><c t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c><v>1</v></c></row>",
                "<row r=\"2000000\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c><v>1</v></c>")) {
            assertThat(refusal(() -> lines(workbook("<row r=\"1\"><c><v>1</v></c></row>" + row)))
                            .reason())
                    .as(row)
                    .isEqualTo("sheet.workbook");
        }
    }

    @Test
    void whatUnpacksToMoreThanAnHonestWorkbookIsRefused() {
        assertThat(refusal(() ->
                        lines(workbook("<row r=\"1\"><c t=\"str\"><v>" + "a".repeat(5_000_000) + "</v></c></row>"))))
                .isEqualTo(new Violation("file", "sheet.tooLarge", 1L));

        Map<String, String> parts = parts("<row><c t=\"s\"><v>0</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst>" + ("<si><t>" + "a".repeat(1000) + "</t></si>").repeat(70_000) + "</sst>");
        assertThat(refusal(() -> lines(workbook(parts))).reason()).isEqualTo("sheet.tooLarge");
    }

    @Test
    void entitiesAreNotExpanded() {
        Map<String, String> parts = parts("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                        + Sheets.sheet("<row><c t=\"str\"><v>&a;</v></c></row>"));

        assertThat(refusal(() -> lines(workbook(parts))).reason()).isEqualTo("sheet.workbook");
    }

    @Test
    void aBillionLaughsAreRefusedInWhicheverPartTheyStand() {
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "<!ENTITY l%d \"%s\">"
                        .formatted(i, "&l%d;".formatted(i - 1).repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE l [<!ENTITY l0 \"ha\">", "]>"));
        for (String part : parts("").keySet()) {
            Map<String, String> parts = parts("<row><c t=\"str\"><v>&l9;</v></c></row>");
            parts.computeIfPresent(part, (name, xml) -> laughs + xml.replace("</", "&l9;</"));

            assertThatThrownBy(() -> lines(workbook(parts))).as(part).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aDamagedWorkbookIsRefused() throws IOException {
        byte[] whole;
        try (InputStream in = workbook("<row><c><v>1</v></c></row>").open()) {
            whole = in.readAllBytes();
        }
        assertThatThrownBy(() -> lines(Sheets.file(Arrays.copyOf(whole, whole.length / 2))))
                .isInstanceOf(ForeignFile.class);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 700, 1400, (byte) 'x');
        assertThatThrownBy(() -> lines(Sheets.file(damaged))).isInstanceOfAny(Refusal.class, ForeignFile.class);
    }

    @Test
    void whatIsNoSheetIsToldByItsContent() {
        assertThat(foreign(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0})).isEqualTo("sheet.noWorkbook");
        assertThat(foreign(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo("sheet.oldWorkbook");
        assertThat(foreign(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0})).isEqualTo("sheet.binary");
        assertThatThrownBy(() -> lines(workbook(Map.of("word/document.xml", "<document/>"))))
                .isInstanceOf(ForeignFile.class);
    }

    private static String foreign(byte[] bytes) {
        return catchThrowableOfType(ForeignFile.class, () -> lines(() -> new ByteArrayInputStream(bytes)))
                .reason();
    }

    private static Violation refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).violations().get(0);
    }

    private static List<String> cells(String cells) {
        return lines(workbook("<row r=\"1\">" + cells + "</row>")).get(0).cells();
    }
}
