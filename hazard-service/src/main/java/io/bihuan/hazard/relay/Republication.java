package io.bihuan.hazard.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the history that is published once more.
 *
 * @param stream the only kind of rows that is, or null for all
 * @param since only what was recorded from then on, or null for everything
 * @param through the last row
 * @param position the last row that was handed over
 * @param total how many rows there are to publish; null until they are counted
 * @param published how many of them were handed over
 * @param failure why the last attempt to go on did not; null while it goes on
 */
public record Republication(
        long id,
        @Nullable String stream,
        @Nullable Instant since,
        long through,
        long position,
        @Nullable Long total,
        long published,
        @Nullable String failure,
        Instant askedAt,
        @Nullable Instant endedAt) {

    /** How a republication stands. */
    public enum State {
        RUNNING,
        /** The last attempt to go on failed; it is made again every second. */
        FAILING,
        DONE
    }

    public State state() {
        if (endedAt != null) {
            return State.DONE;
        }
        return failure == null ? State.RUNNING : State.FAILING;
    }
}
