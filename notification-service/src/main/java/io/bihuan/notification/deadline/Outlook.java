package io.bihuan.notification.deadline;

import io.bihuan.notification.delivery.Notice;
import io.bihuan.notification.ladder.Kind;
import io.bihuan.notification.ladder.Rung;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the present deadline of a hazard calls for: what was told already, and what will be, if nothing happens.
 *
 * @param number for people
 * @param status of the hazard; only an assigned one is reminded of
 * @param round 1, and one more each time the hazard is reopened
 * @param dueAt null while no deadline is set
 * @param steps lowest first; none unless the hazard is assigned
 */
public record Outlook(
        UUID hazardId,
        String number,
        Status status,
        int round,
        @Nullable Instant dueAt,
        List<Step> steps) {

    /**
     * One step.
     *
     * @param kind whether it lies before or after the deadline
     * @param ladderVersion of its grade's ladder that planned it
     * @param remindAt when it is due
     * @param state what became of it so far
     * @param sendAt when people are written to, which quiet hours delay; null if nobody will be, since it was sent, or a later
     *     step is due by then, or it would help nobody any more
     * @param notices to whom, and what: as it was told, or as it would be told by what is on file now
     */
    public record Step(
            Rung rung,
            Kind kind,
            int ladderVersion,
            Instant remindAt,
            ReminderState state,
            @Nullable Instant sendAt,
            List<Notice> notices) {}
}
