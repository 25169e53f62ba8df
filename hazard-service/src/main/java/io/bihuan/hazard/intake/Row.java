package io.bihuan.hazard.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a ledger.
 *
 * @param number as a spreadsheet counts: the header is row 1
 */
record Row(long number, Map<String, Integer> header, List<String> cells) {

    boolean isWhole() {
        return cells.size() == header.size();
    }

    /** What stands in a column, without the blanks around it; null where nothing does. */
    @Nullable
    String get(String column) {
        String cell = says(column);
        return cell.isEmpty() ? null : cell;
    }

    /** What stands in a column, without the blanks around it. */
    String says(String column) {
        Integer index = header.get(column);
        if (index == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells.get(index).strip();
    }
}
