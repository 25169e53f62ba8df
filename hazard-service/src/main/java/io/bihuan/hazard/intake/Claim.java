package io.bihuan.hazard.intake;

import java.util.UUID;

/**
 * The right to enter an import's rows, until another takes it over from a silent holder.
 *
 * @param done rows that earlier holders have entered
 * @param attempts how often it was taken up since a row was last entered, this time included
 */
record Claim(UUID job, UUID holder, String mapping, long done, int attempts) {

    /** Another has taken the import over; what this holder was about to write must not be written. */
    static final class Lost extends RuntimeException {
        Lost(Claim claim) {
            super("import " + claim.job() + " is held by another");
        }
    }
}
