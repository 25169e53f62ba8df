package io.bihuan.notification.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The instant up to which a hazard may be rectified in time, and the zone whose days count.
 *
 * @param dueAt overdue is strictly later than this
 * @param zone where the hazard's days begin and end
 */
public record Deadline(Instant dueAt, ZoneId zone) {

    /** The last day on which the hazard is not overdue. A deadline at 24:00 belongs to the day that ends there. */
    public LocalDate dueDay() {
        return dueAt.minusNanos(1).atZone(zone).toLocalDate();
    }

    /** Whether the deadline is the end of a whole day, rather than a time of day. */
    public boolean endsDay() {
        return dueAt.equals(dueDay().plusDays(1).atStartOfDay(zone).toInstant());
    }
}
