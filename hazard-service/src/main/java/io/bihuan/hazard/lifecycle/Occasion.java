package io.bihuan.hazard.lifecycle;

import io.bihuan.access.Scope;
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
 * @param recordedBy who recorded it: the subject of the token; null for what the product does by itself
 * @param onBehalf whether that is somebody else than who took the step, as he says
 * @param scope what he may see and change
 */
public record Occasion(
        Instant at,
        Instant recordedAt,
        @Nullable String by,
        @Nullable String recordedBy,
        boolean onBehalf,
        Scope scope) {

    public Occasion {
        at = at.truncatedTo(ChronoUnit.MICROS);
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(recordedAt)) {
            throw new IllegalArgumentException(
                    "a step at %s cannot be recorded before, at %s".formatted(at, recordedAt));
        }
    }

    /** What nobody who is signed in records. */
    public Occasion(Instant at, Instant recordedAt, @Nullable String by) {
        this(at, recordedAt, by, null, false, Scope.EVERYWHERE);
    }

    /** A step taken at the moment it is recorded, by nobody who is signed in. */
    public static Occasion live(Instant now, @Nullable String by) {
        return new Occasion(now, now, by);
    }

    /** The same, of a step of which is told who took it; null if it is whoever took the one before. */
    public Occasion told(@Nullable String name) {
        return name == null ? this : new Occasion(at, recordedAt, name, recordedBy, recordedBy != null, scope);
    }

    /** Whether who took the step is somebody else than who recorded it, and known by name alone. */
    public boolean isTold() {
        return by != null && (onBehalf || recordedBy == null);
    }

    /** The same without the name of somebody who is only told of. */
    public Occasion anonymous() {
        return isTold() ? new Occasion(at, recordedAt, null, recordedBy, onBehalf, scope) : this;
    }

    /** Who took the step; by name alone if somebody else recorded it on his behalf. */
    Doer doer() {
        return new Doer(by, onBehalf ? null : recordedBy);
    }

    /** Whether it is recorded as it happens, and not later from memory or paper. */
    public boolean isLive() {
        return at.equals(recordedAt);
    }
}
