package io.bihuan.hazard.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the whole history.
 *
 * @param keptElsewhere hashes of seals that were kept elsewhere, by day
 * @param rows how many rows it has read
 * @param seals how many seals it has checked
 * @param unsealed how many rows are of days that are not sealed yet
 * @param wrong how many findings say that something is wrong, also those that were not kept
 * @param findings the first of them; empty until it has ended
 * @param failure why it could not be carried through; null if it could, or goes on
 */
public record Verification(
        long id,
        Map<LocalDate, String> keptElsewhere,
        long rows,
        long seals,
        long unsealed,
        long wrong,
        List<Finding> findings,
        @Nullable String failure,
        Instant askedAt,
        @Nullable Instant endedAt) {

    /** How a verification stands. */
    @Schema(name = "VerificationState")
    public enum State {
        RUNNING,
        /** It has ended; whether anything is wrong is another question. */
        DONE,
        /** It could not be carried through. */
        FAILED
    }

    public State state() {
        if (endedAt == null) {
            return State.RUNNING;
        }
        return failure == null ? State.DONE : State.FAILED;
    }
}
