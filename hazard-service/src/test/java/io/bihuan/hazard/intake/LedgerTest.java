package io.bihuan.hazard.intake;

import static io.bihuan.hazard.intake.Ledgers.BY_DATES;
import static io.bihuan.hazard.intake.Ledgers.HEADER;
import static io.bihuan.hazard.intake.Ledgers.ROW;
import static io.bihuan.hazard.intake.Ledgers.bytes;
import static io.bihuan.hazard.intake.Ledgers.faults;
import static io.bihuan.hazard.intake.Ledgers.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.SheetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void rowsAreCountedAsASpreadsheetCountsThemAlsoAroundBlankOnes() {
        List<Row> rows = rows(BY_DATES, bytes(HEADER + "\r\n" + ROW + "\r\n\r\n,,,,,,,,,,,,\r\n" + ROW + "\r\n"));

        assertThat(rows).extracting(Row::number).containsExactly(2L, 5L);
    }

    @Test
    void aMarkOfUtf8BeforeTheHeaderIsNoPartOfItEvenWhereTheHeaderIsQuoted() {
        assertThat(rows(BY_DATES, bytes("\uFEFF" + HEADER + "\n" + ROW)).get(0).get("编号"))
                .isEqualTo("1");
        assertThat(rows(BY_DATES, bytes("\uFEFF" + HEADER.replace("编号", "\"编号\"") + "\n" + ROW))
                        .get(0)
                        .get("编号"))
                .isEqualTo("1");
    }

    @Test
    void aQuotedCellKeepsItsCommasQuotesAndLineBreaks() {
        String row = ROW.replace("未装报警器", "\"未装\"\"报警器\"\",\n阀门锈蚀\"");

        List<Row> rows = rows(BY_DATES, bytes(HEADER + "\n" + row + "\n" + ROW));

        assertThat(rows.get(0).get("问题")).isEqualTo("未装\"报警器\",\n阀门锈蚀");
        assertThat(rows.get(1).number()).isEqualTo(3);
    }

    @Test
    void blanksAroundACellAreNoPartOfIt() {
        Row row = rows(BY_DATES, bytes(HEADER.replace("编号", " 编号 ") + "\n" + ROW.replace("某餐馆", " 　某餐馆　 ")))
                .get(0);

        assertThat(row.get("编号")).isEqualTo("1");
        assertThat(row.get("单位")).isEqualTo("某餐馆");
    }

    @Test
    void aFileIsReadInTheCharsetAndWithTheDelimiterThatTheMappingNames() {
        byte[] file = (HEADER + "\n" + ROW).replace(',', ';').getBytes(Charset.forName("GB18030"));

        List<Row> rows = rows(BY_DATES + "charset: GB18030\ndelimiter: ;\n", () -> new ByteArrayInputStream(file));

        assertThat(rows.get(0).get("问题")).isEqualTo("未装报警器");
    }

    @Test
    void aFileInAnotherCharsetIsRefusedInsteadOfMisread() {
        byte[] file = (HEADER + "\n" + ROW).getBytes(Charset.forName("GB18030"));

        assertThat(faults(() -> rows(BY_DATES + "charset: UTF-8\n", () -> new ByteArrayInputStream(file))))
                .containsExactly("file sheet.charset UTF-8");
    }

    @Test
    void aFileWithoutAHeaderIsRefused() {
        assertThat(faults(() -> rows(BY_DATES, bytes("")))).containsExactly("file sheet.noHeader");
        assertThat(faults(() -> rows(BY_DATES, bytes("\n\n,,\n")))).containsExactly("file sheet.noHeader");
    }

    @Test
    void aHeaderNamesEachColumnOnce() {
        assertThat(faults(() -> rows(BY_DATES, bytes(HEADER + ",\n")))).containsExactly("file sheet.unnamedColumn 14");
        assertThat(faults(() -> rows(BY_DATES, bytes(HEADER + ",编号 \n")))).containsExactly("file sheet.columnTwice 编号");
    }

    @Test
    void everyColumnThatTheMappingNamesAndTheFileLacksIsNamedWithItsPathAndTheFilesColumns() {
        String header = HEADER.replace("编号", "序号").replace("电话", "手机");

        assertThat(faults(() -> rows(BY_DATES, bytes(header + "\n" + ROW))))
                .containsExactly(
                        "mapping.found.externalNumber import.mapping.column 编号 | " + header.replace(",", ", "),
                        "mapping.steps.assigned.responsible.phone import.mapping.column 电话 | "
                                + header.replace(",", ", "));
    }

    @Test
    void aQuoteThatNeverClosesIsRefusedWithTheRowItOpensIn() {
        assertThat(faults(() -> rows(BY_DATES, bytes(HEADER + "\n" + ROW + "\n\"2" + ROW + "\n" + ROW))))
                .containsExactly("file sheet.csv 3");
    }

    @Test
    void aQuoteThatNeverClosesDoesNotSwallowALongFile() {
        SheetFile endless = repeated(bytes(HEADER + "\n\"" + ROW + "\n"), ROW + "\n", 1_000_000);

        assertThat(faults(() -> rows(BY_DATES, endless))).containsExactly("file sheet.csv 2");
    }

    @Test
    void aLongFileIsCountedRowByRow() throws IOException {
        String thousand = IntStream.range(0, 1000).mapToObj(n -> ROW).collect(Collectors.joining("\n", "", "\n"));

        SheetFile file = repeated(bytes(HEADER + "\n"), thousand, 100);
        try (LedgerReader ledger = LedgerReader.open(file, BY_DATES, ZoneOffset.UTC)) {
            assertThat(ledger.count()).isEqualTo(100_000);
        }
    }

    private static SheetFile repeated(SheetFile start, String text, int times) {
        return () -> streams(start.open(), text, times);
    }

    private static InputStream streams(InputStream start, String text, int times) {
        Enumeration<InputStream> streams = Collections.enumeration(new java.util.AbstractList<>() {
            @Override
            public InputStream get(int index) {
                return index == 0 ? start : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public int size() {
                return times + 1;
            }
        });
        return new SequenceInputStream(streams);
    }
}
