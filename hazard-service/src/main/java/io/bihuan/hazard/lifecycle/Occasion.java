package io.bihuan.hazard.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a step happened, when the system learned of it, and who took it. The two times differ for what is entered
 * later, such as an imported ledger. Both are kept to the microsecond, which is what the database keeps: a hash over
 * them must come out the same when it is verified.
 *
 * @param at when it happened
 * @param recordedAt when it was recorded; never before {@code at}
 * @param by who took the step, as far as known
 */
public record Occasion(
        Instant at, Instant recordedAt, @Nullable String by) {

    public Occasion {
        at = at.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(recordedAt)) {
            throw new IllegalArgumentException(
                    "a step at %s cannot be recorded before, at %s".formatted(at, recordedAt));
        }
    }

    /** A step taken at the moment it is recorded. */
    public static Occasion live(Instant now, @Nullable String by) {
        return new Occasion(now, now, by);
    }

    /** The same, taken by nobody who is known, if it was the person of this name. */
    public Occasion without(@Nullable String name) {
        return by == null || !by.equals(name) ? this : new Occasion(at, recordedAt, null);
    }

    /** Whether it is recorded as it happens, and not later from memory or paper. */
    public boolean isLive() {
        return at.equals(recordedAt);
    }
}
