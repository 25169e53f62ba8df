package io.bihuan.hazard.intake;

import io.bihuan.access.Scope;
import io.bihuan.hazard.lifecycle.Occasion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to enter an import's rows, until another takes it over from a silent holder.
 *
 * @param done rows that earlier holders have entered
 * @param submittedBy who handed it in: the subject of the token; null for one from before people signed in
 * @param scope what he may see and change
 * @param attempts how often it was taken up since a row was last entered, this time included
 */
record Claim(
        UUID job,
        UUID holder,
        String mapping,
        long done,
        @Nullable String submittedBy,
        Scope scope,
        int attempts) {

    /** A step that happened at a moment, as the ledger tells. */
    Occasion step(Instant at, Instant now, @Nullable String by) {
        return new Occasion(at, now, by, submittedBy, submittedBy != null, scope);
    }

    /** Another has taken the import over; what this holder was about to write must not be written. */
    static final class Lost extends RuntimeException {
        Lost(Claim claim) {
            super("import " + claim.job() + " is held by another");
        }
    }
}
