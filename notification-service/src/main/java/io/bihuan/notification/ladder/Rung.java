package io.bihuan.notification.ladder;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder: what is done, when, and who is told.
 *
 * @param step its code, UPPER_SNAKE, unique on its ladder
 * @param level 0 for a reminder before the deadline; 1, 2, 3… for the steps of escalation after it
 * @param days days from the due day: −1 is the day before, 0 the due day itself, 1 the day after
 * @param at local time of that day
 * @param roles who is told
 * @param template the name of the text that they are told
 * @param document the name of the document that goes with the step, as 督促提醒函; null if none does
 */
public record Rung(
        String step,
        int level,
        int days,
        LocalTime at,
        List<Role> roles,
        String template,
        @Nullable String document) {

    public Rung {
        roles = List.copyOf(roles);
    }

    /** Whether it helps to keep the deadline or follows from its being missed. */
    public Kind kind() {
        return level == 0 ? Kind.REMINDER : Kind.ESCALATION;
    }

    Instant momentFor(Deadline deadline, Days counted) {
        return counted.from(deadline.dueDay(), days)
                .atTime(at)
                .atZone(deadline.zone())
                .toInstant();
    }
}
