package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.deadline.Basis;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a deadline's explanation says, before it is put into words.
 *
 * @param from when the counting began
 * @param dated by which policy and how; null if a person gave the deadline
 * @param regradedAt when a new grade dated it; null if none did
 */
record Explanation(
        Instant dueAt,
        Instant originalDueAt,
        boolean overdue,
        Instant from,
        @Nullable Dated dated,
        @Nullable Instant regradedAt,
        List<Extension> extensions,
        Instant extensibleUntil) {

    /** The version that dated it, and what that rests on. */
    record Dated(int policyVersion, Basis basis) {}
}
