package io.bihuan.notification.ladder;

import java.time.Instant;
import java.time.LocalTime;

/**
 * One step of a ladder and when it is taken.
 *
 * @param step what the person is told
 * @param days days from the due day: −1 is the day before, 1 the day after
 * @param at local time of that day
 */
record Rung(Step step, int days, LocalTime at) {

    Instant momentFor(Deadline deadline) {
        return deadline.dueDay()
                .plusDays(days)
                .atTime(at)
                .atZone(deadline.zone())
                .toInstant();
    }
}
