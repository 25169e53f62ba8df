package io.bihuan.stack;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the message centre behaves until told otherwise. What is counted is counted from the moment it is told.
 *
 * @param refuseBind whether it refuses whoever wants to bind
 * @param mute whether it leaves sessions open and answers nothing on them, as one that has died does
 * @param delay how long the answer to a part takes, ISO 8601, at most a minute; null for no time
 * @param refuse the SMPP command status that parts are refused with, such as 88 for throttled; 0 for none
 * @param refuseAt which part is refused; 0 for all of them
 * @param dropAt at which part the connection is cut: the part is taken, and its answer never sent; 0 for none
 * @param receipts when receipts come; null for {@code AFTER}
 * @param finalState what receipts say, such as {@code UNDELIV}, {@code EXPIRED}, {@code REJECTD}; null for {@code DELIVRD}
 * @param error the network's error code in receipts, three digits; null for 000
 */
record SmscBehaviour(
        boolean refuseBind,
        boolean mute,
        @Nullable String delay,
        int refuse,
        int refuseAt,
        int dropAt,
        @Nullable Receipts receipts,
        @Nullable String finalState,
        @Nullable String error) {

    /** When a receipt comes. */
    enum Receipts {
        /** After the answer that gives the part its id, as it should. */
        AFTER,
        /** Before that answer. */
        BEFORE,
        /** After the answer, and once more. */
        TWICE,
        /** After the answer, and one of an id that nobody was given. */
        STRANGE,
        NEVER
    }

    static final SmscBehaviour GOOD = new SmscBehaviour(false, false, null, 0, 0, 0, null, null, null);

    SmscBehaviour {
        if (refuse < 0 || refuseAt < 0 || dropAt < 0) {
            throw new IllegalArgumentException("smpp: refuse, refuseAt and dropAt: 0 or more");
        }
        if (finalState != null && !finalState.matches("[A-Z]{7}")) {
            throw new IllegalArgumentException("smpp.finalState: seven letters such as UNDELIV");
        }
        if (error != null && !error.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("smpp.error: three digits");
        }
        if (delay != null) {
            try {
                var length = Duration.parse(delay);
                if (length.isNegative() || length.compareTo(Duration.ofMinutes(1)) > 0) {
                    throw new IllegalArgumentException("smpp.delay: between PT0S and PT1M");
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("smpp.delay: an ISO 8601 duration such as PT2S", e);
            }
        }
    }

    Duration pause() {
        return delay == null ? Duration.ZERO : Duration.parse(delay);
    }

    Receipts when() {
        return Objects.requireNonNullElse(receipts, Receipts.AFTER);
    }

    String state() {
        return Objects.requireNonNullElse(finalState, "DELIVRD");
    }

    String code() {
        return Objects.requireNonNullElse(error, "000");
    }

    boolean refuses(long part) {
        return refuse > 0 && (refuseAt == 0 || refuseAt == part);
    }

    boolean drops(long part) {
        return dropAt > 0 && dropAt == part;
    }
}
