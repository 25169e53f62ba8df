package io.bihuan.hazard.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetWriterTest {

    private static final List<String> TEXTS = List.of(
            "007",
            "=HYPERLINK(\"http://example.org\")",
            "+86 139",
            "-1",
            "@a",
            "\tb",
            "\rc",
            "'=d",
            "'e",
            "一\n二",
            "\"f\"",
            "g,h;i",
            "<j>&",
            "_x0041_",
            "\u0001k\uFFFF",
            "𠮷\uD800",
            "1e5");

    enum Form {
        CSV,
        XLSX;

        SheetWriter on(OutputStream out) throws IOException {
            return this == CSV ? SheetWriter.csv(out) : SheetWriter.xlsx(out, "台账");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextComesBackAsItWentOut(Form form) throws IOException {
        List<String> texts = form == Form.XLSX
                ? TEXTS
                : TEXTS.stream().filter(each -> !each.contains("\uD800")).toList();
        List<Line> lines = Sheets.lines(Sheets.file(written(form, texts, List.of("", "z"))));

        assertThat(lines.get(1).cells()).isEqualTo(texts);
        assertThat(lines.get(2)).isEqualTo(new Line(3, List.of("", "z")));
    }

    @Test
    void datesAndNumbersOfAWorkbookAreDatesAndNumbers() throws IOException {
        byte[] workbook = written(
                Form.XLSX,
                Arrays.asList(
                        LocalDate.of(2026, 5, 3),
                        LocalDateTime.of(2026, 5, 3, 10, 31, 7, 999),
                        null,
                        new BigDecimal("3200.50"),
                        new BigDecimal("-73.924317"),
                        12));

        assertThat(Sheets.lines(Sheets.file(workbook)).get(1).cells())
                .containsExactly("2026-05-03", "2026-05-03T10:31:07", "", "3200.5", "-73.924317", "12");
        String sheet = part(workbook, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("state=\"frozen\"").contains("width=\"12").doesNotContain("<f>");
        assertThat(sheet).contains("t=\"n\"><v>3200.50</v>");
    }

    @Test
    void csvBeginsWithTheMarkByWhichSpreadsheetsKnowUtf8AndKeepsFormulasFromRunning() throws IOException {
        byte[] csv = written(
                Form.CSV,
                Arrays.asList(
                        LocalDate.of(2026, 5, 3),
                        LocalDateTime.of(2026, 5, 3, 0, 0),
                        new BigDecimal("-1.50"),
                        "-1",
                        null));

        assertThat(new String(csv, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF编号\r\n2026-05-03,2026-05-03 00:00:00,-1.50,'-1,\r\n");
    }

    @Test
    void aTextLongerThanACellCanBeIsCut() throws IOException {
        byte[] workbook = written(Form.XLSX, List.of("长".repeat(40_000)));
        assertThat(Sheets.lines(Sheets.file(workbook)).get(1).cells().get(0))
                .hasSize(32_767)
                .endsWith("长…");
    }

    @SafeVarargs
    private static byte[] written(Form form, List<? extends @Nullable Object>... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter sheet = form.on(bytes)) {
            sheet.header(List.of(new Heading("编号", 12)));
            for (List<? extends @Nullable Object> row : rows) {
                sheet.row(row);
            }
        }
        return bytes.toByteArray();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(Files.createTempFile("written", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
