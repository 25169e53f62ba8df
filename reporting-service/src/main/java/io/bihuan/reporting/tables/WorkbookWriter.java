package io.bihuan.reporting.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes an XLSX workbook of one sheet. */
final class WorkbookWriter implements Form.Writer {

    private static final String APPLICATION = "Bihuan";
    /** What is behind the point would be the application's version, on which a sheet does not depend. */
    private static final String VERSION = "1.0";

    private static final String HEADER_COLOUR = "D9E2F3";

    /** The longest text that a cell can hold. */
    private static final int LONGEST_TEXT = 32_767;

    /** What XML can't hold, a workbook's texts write as {@code _xHHHH_} (ECMA-376, part 1, 22.9.2.19). */
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]"
                    + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int next;

    WorkbookWriter(OutputStream out, String title, List<Column> columns) {
        this.workbook = new Workbook(out, APPLICATION, VERSION);
        this.sheet = workbook.newWorksheet(title);
        this.columns = columns;
    }

    @Override
    public void header(List<String> labels) {
        for (int column = 0; column < labels.size(); column++) {
            sheet.width(column, columns.get(column).kind().width());
            sheet.inlineString(next, column, labels.get(column));
            sheet.style(next, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .fillColor(HEADER_COLOUR)
                    .set();
        }
        sheet.freezePane(0, 1);
        next++;
    }

    @Override
    public void row(List<@Nullable Object> cells, boolean total) {
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column), total);
        }
        next++;
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }

    private void put(int column, @Nullable Object cell, boolean bold) {
        StyleSetter style = sheet.style(next, column);
        String format = columns.get(column).kind().format();
        if (cell instanceof Number number) {
            sheet.value(next, column, number);
            style.format(format == null ? "0" : format);
        } else if (cell != null) {
            sheet.inlineString(next, column, written(cell.toString()));
            if (format != null) {
                style.horizontalAlignment("right");
            }
        }
        (bold ? style.bold() : style).set();
    }

    private static String written(String text) {
        String escaped = TO_ESCAPE.matcher(text).replaceAll(match -> "_x%04X_"
                .formatted((int) match.group().charAt(0)));
        return escaped.length() <= LONGEST_TEXT ? escaped : escaped.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
