package io.bihuan.notification.escalation;

import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that reached a step of escalation (glossary, section 5).
 *
 * @param number the hazard's, for people
 * @param round 1, and one more each time the hazard is reopened
 * @param dueAt the deadline that was missed
 * @param step its code on the ladder
 * @param level 1, 2, 3…
 * @param document the name of the document that goes with the step
 * @param at when it was reached
 * @param told who is told of it; empty when nobody is on file
 */
public record Escalation(
        UUID hazardId,
        String number,
        String districtCode,
        Grade grade,
        int round,
        Instant dueAt,
        String step,
        int level,
        @Nullable String document,
        int ladderVersion,
        Instant at,
        List<Told> told) {

    /**
     * Somebody who is told.
     *
     * @param name the person, if known
     */
    public record Told(Role role, @Nullable String name) {}
}
