package io.bihuan.hazard.intake;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an import has come.
 *
 * @param rows that the file has, without its header and blank ones
 * @param done of them
 * @param created hazards that were not on record
 * @param updated hazards whose life went on
 * @param unchanged rows that said nothing new
 * @param failed rows that were not entered
 * @param errors of the failed rows, in the file's order
 */
public record Progress(
        UUID id,
        State state,
        long rows,
        long done,
        long created,
        long updated,
        long unchanged,
        long failed,
        List<RowError> errors) {

    /** Where an import stands. {@code FAILED} means that it could not be carried through; single rows fail without it. */
    @Schema(name = "ImportState")
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * Something wrong with a row.
     *
     * @param row as a spreadsheet counts: the header is row 1
     * @param reason a key of {@code messages.properties}
     * @param arguments what the message names
     */
    public record RowError(long row, String field, String reason, List<String> arguments) {}
}
