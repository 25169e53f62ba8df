package io.bihuan.hazard.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes an XLSX workbook. */
final class WorkbookWriter implements SheetWriter {

    private static final String APPLICATION = "Bihuan";
    /** What is behind the point would be the application's version, which a sheet does not depend on. */
    private static final String VERSION = "1.0";

    private static final String DAY = "yyyy-mm-dd";
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final int ROWS_AT_ONCE = 100;
    /** The longest text that a cell can hold. */
    private static final int LONGEST_TEXT = 32_767;

    private final OutputStream out;
    private final Workbook workbook;
    private final String name;
    private List<Heading> headings = List.of();
    private Worksheet sheet;
    private int sheets = 1;
    private int next;

    WorkbookWriter(OutputStream out, String name) {
        this.out = out;
        this.name = name;
        this.workbook = new Workbook(out, APPLICATION, VERSION);
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void header(List<Heading> header) throws IOException {
        headings = header;
        for (int column = 0; column < header.size(); column++) {
            sheet.width(column, header.get(column).width());
            put(column, header.get(column).name());
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        next = 1;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (next == Worksheet.MAX_ROWS) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(name + " " + sheets);
            next = 0;
            header(headings);
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        next++;
        if (next % ROWS_AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        out.close();
    }

    private void put(int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(next, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(next, column, day);
            sheet.style(next, column).format(DAY).set();
        } else if (cell instanceof LocalDateTime time) {
            sheet.value(next, column, time.truncatedTo(ChronoUnit.SECONDS));
            sheet.style(next, column).format(TIME).set();
        } else if (cell != null && !cell.toString().isEmpty()) {
            sheet.inlineString(next, column, cut(EscapedText.written(cell.toString())));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
