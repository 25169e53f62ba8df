package io.bihuan.hazard.rest.hazards;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one request for an extension 延期. */
@Schema(name = "DeadlineExtension")
record Extension(
        @Schema(description = "Counts the hazard's requests")
        int n,

        @Schema(description = "The deadline that was asked for")
        Instant until,

        State state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Schema(description = "Why it was asked for") String reason,

        @Schema(description = "Why it was decided so") @Nullable
        String decision) {

    @Schema(name = "DeadlineExtensionState")
    enum State {
        /** Waits for its decision. */
        REQUESTED,
        APPROVED,
        REFUSED,
        /** Never decided: the hazard was transferred, graded anew or rectified before. */
        LAPSED
    }

    static Extension requested(int n, Instant until, Instant at, String reason) {
        return new Extension(n, until, State.REQUESTED, at, null, reason, null);
    }

    Extension decided(State newState, Instant at, @Nullable String why) {
        return new Extension(n, until, newState, askedAt, at, reason, why);
    }

    /** As it stands if only the given request is still waiting. */
    Extension waiting(@Nullable Integer pending) {
        return state == State.REQUESTED && (pending == null || pending != n)
                ? new Extension(n, until, State.LAPSED, askedAt, null, reason, null)
                : this;
    }
}
