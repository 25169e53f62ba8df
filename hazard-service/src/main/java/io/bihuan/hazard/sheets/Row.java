package io.bihuan.hazard.sheets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param number as a spreadsheet counts: a header in the first row is row 1
 * @param header each column's place
 */
public record Row(long number, Map<String, Integer> header, List<String> cells) {

    /** Whether it has as many cells as the header. */
    public boolean isWhole() {
        return cells.size() == header.size();
    }

    /** What stands in a column, without the blanks around it; null where nothing does. */
    public @Nullable String get(String column) {
        String cell = says(column);
        return cell.isEmpty() ? null : cell;
    }

    /** What stands in a column, without the blanks around it. */
    public String says(String column) {
        return cells.get(place(column)).strip();
    }

    /** A column's place. */
    public int place(String column) {
        Integer index = header.get(column);
        if (index == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return index;
    }
}
