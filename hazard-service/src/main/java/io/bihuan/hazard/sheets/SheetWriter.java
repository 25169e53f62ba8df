package io.bihuan.hazard.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sheet row by row; none is kept in memory. A cell is null or a text, a {@link Number}, a {@link
 * java.time.LocalDate} or a {@link java.time.LocalDateTime}, which is written to the second. A text stays a text: its
 * leading zeros are kept, and no formula in it is run by whoever opens the file.
 */
public interface SheetWriter extends Closeable {

    /** Writes CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it. */
    static SheetWriter csv(OutputStream out) throws IOException {
        return csv(out, ',');
    }

    static SheetWriter csv(OutputStream out, char delimiter) throws IOException {
        return new CsvWriter(out, delimiter);
    }

    /**
     * Writes an XLSX workbook with a frozen header. What does not fit on one sheet goes on on further ones.
     *
     * @param sheet the name of the sheet
     */
    static SheetWriter xlsx(OutputStream out, String sheet) {
        return new WorkbookWriter(out, sheet);
    }

    /** Writes the header; once, before all rows. */
    void header(List<Heading> headings) throws IOException;

    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Completes the file and closes what it is written to. Without it the file is broken. */
    @Override
    void close() throws IOException;
}
