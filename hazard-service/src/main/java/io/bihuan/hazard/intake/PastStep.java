package io.bihuan.hazard.intake;

import io.bihuan.hazard.handling.Assignment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a past life, with its own past time. */
sealed interface PastStep {

    Deed deed();

    Instant at();

    /** The deadline that the step sets, as far as the ledger says. */
    default @Nullable Instant dueAt() {
        return null;
    }

    record Assigned(Instant at, Assignment assignment) implements PastStep {
        @Override
        public Deed deed() {
            return Deed.ASSIGNED;
        }

        @Override
        public @Nullable Instant dueAt() {
            return assignment.term().dueAt();
        }
    }

    record Rectified(
            Instant at, String description, @Nullable String rectifiedBy) implements PastStep {
        @Override
        public Deed deed() {
            return Deed.RECTIFIED;
        }
    }

    /** @param dueAt null where the deadline stays as it was */
    record Returned(Instant at, @Nullable Instant dueAt, String reason) implements PastStep {
        @Override
        public Deed deed() {
            return Deed.RETURNED;
        }
    }

    record Closed(
            Instant at,
            String opinion,
            @Nullable String inspector,
            @Nullable String approvedBy) implements PastStep {
        @Override
        public Deed deed() {
            return Deed.CLOSED;
        }
    }
}
