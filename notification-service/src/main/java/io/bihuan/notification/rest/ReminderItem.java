package io.bihuan.notification.rest;

import io.bihuan.notification.deadline.Reminder;
import io.bihuan.notification.deadline.ReminderState;
import io.bihuan.notification.ladder.Kind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reminder as it is listed. */
@Schema(
        name = "Reminder",
        description = "One step of one deadline of one hazard. Each step is taken once per round and deadline.",
        examples = """
                {"hazardId": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "kind": "REMINDER", "step": "DAY_BEFORE",
                 "level": 0, "ladderVersion": 1, "round": 1,
                 "dueAt": "2026-05-10T16:00:00Z", "remindAt": "2026-05-09T00:30:00Z", "state": "PENDING"}""")
public record ReminderItem(
        UUID hazardId,

        @Schema(description = "REMINDER before the deadline, ESCALATION after it")
        Kind kind,

        @Schema(
                description = "Its code on the ladder of the hazard's grade, as DAY_BEFORE or REMIND 督促提醒",
                examples = "DAY_BEFORE")
        String step,

        @Schema(description = "0 for a reminder before the deadline; 1, 2, 3… for the steps of escalation after it")
        int level,

        @Schema(description = "The version of the ladder that planned it")
        int ladderVersion,

        @Schema(description = "1, and one more each time the hazard is reopened")
        int round,

        @Schema(description = "The hazard's deadline that this is about; overdue is later than this")
        Instant dueAt,

        @Schema(description = "When the person is told") Instant remindAt,

        @Schema(
                description = "PENDING waits for remindAt; SENT became a message; CANCELLED is no longer called for;"
                        + " SUPERSEDED gave way to a later step, or lay in the past when the hazard was imported")
        ReminderState state) {

    static ReminderItem of(Reminder reminder) {
        return new ReminderItem(
                reminder.hazardId(),
                reminder.level() == 0 ? Kind.REMINDER : Kind.ESCALATION,
                reminder.step(),
                reminder.level(),
                reminder.ladderVersion(),
                reminder.round(),
                reminder.dueAt(),
                reminder.remindAt(),
                reminder.state());
    }
}
