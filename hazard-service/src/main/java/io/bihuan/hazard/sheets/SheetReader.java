package io.bihuan.hazard.sheets;

import io.bihuan.hazard.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other: however long it is, one row is in memory. */
public interface SheetReader extends Closeable {

    /**
     * Opens a file, of which its content tells whether it is CSV or an XLSX workbook.
     *
     * @throws ForeignFile where it is neither
     * @throws Refusal where it can't be read like this
     */
    static SheetReader open(SheetFile file, Reading reading) throws IOException {
        byte[] start;
        try (InputStream in = file.open()) {
            start = in.readNBytes(8192);
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return WorkbookReader.open(file, reading);
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ForeignFile("sheet.oldWorkbook");
        }
        if (!TextEncoding.isMarkedUtf16(start)) {
            for (byte each : start) {
                if (each == 0) {
                    throw new ForeignFile("sheet.binary");
                }
            }
        }
        return CsvReader.open(file, reading);
    }

    /**
     * The next row with something in it, or null after the last.
     *
     * @throws Refusal where the file can't be read on
     */
    @Nullable
    Line next() throws IOException;

    /** Whether it is a workbook, in which an empty cell at a row's end is as good as none. */
    boolean isWorkbook();

    private static boolean startsWith(byte[] start, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= start.length || start[i] != (byte) signature[i]) {
                return false;
            }
        }
        return true;
    }
}
