package io.bihuan.reporting.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.statistics.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Table TABLE = new Table(
            "districts",
            List.of(
                    new Column("name", Kind.TEXT),
                    new Column("found", Kind.COUNT),
                    new Column("closureRate", Kind.RATE),
                    new Column("meanDaysToClose", Kind.DAYS),
                    new Column("funds", Kind.MONEY)),
            List.of(
                    row("东区", 3L, "0.6667", "13.0", "1200.50"),
                    row("=HYPERLINK(\"http://x\")", 0L, null, null, "0.00"),
                    row(null, 1L, "1.0000", "0.1", "0.00"),
                    row("两\u0000行\n\"引号\", '=1", 1L, "0.0000", "0.1", "0.00")),
            row(null, 5L, "0.5000", "10.2", "1200.50"));

    @Test
    void csvIsWhatSpreadsheetsReadAndRunsNoFormula() {
        assertThat(new String(written(Form.CSV, Locale.CHINESE), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF区划,发现,销号率,平均销号天数,整改资金（元）\r\n"
                        + "东区,3,0.6667,13.0,1200.50\r\n"
                        + "\"'=HYPERLINK(\"\"http://x\"\")\",0,—,—,0.00\r\n"
                        + ",1,1.0000,0.1,0.00\r\n"
                        + "\"两\u0000行\n\"\"引号\"\", '=1\",1,0.0000,0.1,0.00\r\n"
                        + "合计,5,0.5000,10.2,1200.50\r\n");
    }

    @Test
    void aWorkbookHasNumbersInTheirFormatsAndTextsAsTexts() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(Form.XLSX, Locale.ENGLISH)))) {
            XSSFSheet sheet = workbook.getSheet("Districts");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("Closure rate");
            assertThat(sheet.getRow(0).getCell(2).getCellStyle().getFillForegroundColorColor())
                    .isNotNull();
            Cell rate = sheet.getRow(1).getCell(2);
            assertThat(rate.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(rate.getNumericCellValue()).isEqualTo(0.6667);
            assertThat(rate.getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(sheet.getRow(1).getCell(4).getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.00");
            Cell formula = sheet.getRow(2).getCell(0);
            assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formula.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("—");
            assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("Total");
            assertThat(sheet.getRow(5).getCell(1).getNumericCellValue()).isEqualTo(5);
        }
    }

    @Test
    void everyMeasureHasALabelInBothLanguages() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Labels labels = new Labels(language);
            assertThat(Arrays.stream(Measure.values()).map(measure -> labels.column(measure.field())))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
        assertThat(ResourceBundle.getBundle("tables", Locale.CHINESE).keySet())
                .isEqualTo(ResourceBundle.getBundle("tables", Locale.ENGLISH).keySet());
    }

    private static byte[] written(Form form, Locale language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(TABLE, language, out);
        return out.toByteArray();
    }

    private static List<@Nullable Object> row(
            @Nullable String name, long found, @Nullable String rate, @Nullable String days, String funds) {
        return Arrays.asList(
                name,
                found,
                rate == null ? null : new BigDecimal(rate),
                days == null ? null : new BigDecimal(days),
                new BigDecimal(funds));
    }
}
