package io.bihuan.hazard.sheets;

import io.bihuan.hazard.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sheet whose first row with something in it names the columns. */
public final class Table implements Closeable {

    private final SheetReader sheet;
    private final Map<String, Integer> header;

    private Table(SheetReader sheet, Map<String, Integer> header) {
        this.sheet = sheet;
        this.header = header;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws ForeignFile where it is neither CSV nor an XLSX workbook
     * @throws Refusal where it can't be read like this, or its header does not name each column once
     */
    public static Table open(SheetFile file, Reading reading) throws IOException {
        SheetReader sheet = SheetReader.open(file, reading);
        try {
            return new Table(sheet, header(sheet.next()));
        } catch (IOException | RuntimeException unreadable) {
            sheet.close();
            throw unreadable;
        }
    }

    /** The columns' names, in their order. */
    public Set<String> columns() {
        return header.keySet();
    }

    /** The next row with something in it, or null after the last. */
    public @Nullable Row next() throws IOException {
        Line line = sheet.next();
        return line == null ? null : new Row(line.number(), header, filledUp(line.cells()));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    /** In a workbook nobody sees where a row ends; in a CSV file a row that is too short has lost something. */
    private List<String> filledUp(List<String> cells) {
        if (!sheet.isWorkbook() || cells.size() >= header.size()) {
            return cells;
        }
        List<String> filled = new ArrayList<>(cells);
        filled.addAll(Collections.nCopies(header.size() - cells.size(), ""));
        return filled;
    }

    private static Map<String, Integer> header(@Nullable Line line) {
        if (line == null) {
            throw new Refusal("file", "sheet.noHeader");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : line.cells()) {
            if (name.isBlank()) {
                throw new Refusal("file", "sheet.unnamedColumn", columns.size() + 1);
            }
            if (columns.put(name.strip(), columns.size()) != null) {
                throw new Refusal("file", "sheet.columnTwice", name.strip());
            }
        }
        return Collections.unmodifiableMap(columns);
    }
}
