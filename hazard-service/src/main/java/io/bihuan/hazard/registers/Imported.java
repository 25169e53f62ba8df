package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal.Violation;
import java.util.List;

/**
 * What became of the rows of a sheet.
 *
 * @param errors what was wrong with those that failed, of the first {@value #MOST_ERRORS}
 */
public record Imported(long rows, long created, long updated, long unchanged, long failed, List<RowError> errors) {

    static final int MOST_ERRORS = 1000;

    /** @param row as a spreadsheet counts: a header in the first row is row 1 */
    public record RowError(long row, Violation violation) {}
}
