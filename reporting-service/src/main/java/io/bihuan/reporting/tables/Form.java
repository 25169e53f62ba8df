package io.bihuan.reporting.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files that a table can be written to. */
public enum Form {
    /** A workbook with number formats and a frozen header. */
    XLSX,
    /** RFC 4180, in UTF-8 with the mark by which spreadsheets know it. */
    CSV;

    /** How the lines of a table are written. */
    interface Writer {
        void header(List<String> labels) throws IOException;

        void row(List<@Nullable Object> cells, boolean total) throws IOException;

        void finish() throws IOException;
    }

    /**
     * Writes the table with labels in that language: a header, the rows and the total. The stream stays open.
     *
     * @param language Chinese or English
     */
    public void write(Table table, Locale language, OutputStream out) {
        Labels labels = new Labels(language);
        try {
            Writer writer =
                    this == CSV ? new CsvWriter(out) : new WorkbookWriter(out, labels.title(table), table.columns());
            writer.header(table.columns().stream()
                    .map(column -> labels.column(column.name()))
                    .toList());
            for (List<@Nullable Object> row : table.rows()) {
                writer.row(told(table, row), false);
            }
            if (table.total() != null) {
                List<@Nullable Object> total = told(table, table.total());
                total.set(0, labels.total());
                writer.row(total, true);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number that is missing is told to be so; a text that is missing is empty. */
    private static List<@Nullable Object> told(Table table, List<@Nullable Object> cells) {
        List<@Nullable Object> told = new ArrayList<>(cells);
        for (int column = 0; column < told.size(); column++) {
            if (told.get(column) == null && table.columns().get(column).kind() != Kind.TEXT) {
                told.set(column, Labels.NOTHING);
            }
        }
        return told;
    }
}
