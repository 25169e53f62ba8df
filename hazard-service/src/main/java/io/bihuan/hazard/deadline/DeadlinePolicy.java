package io.bihuan.hazard.deadline;

import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How long each grade may stay open, in calendar days (glossary, section 4). A pure function of the policy's data.
 *
 * @param version kept by every deadline that this policy dates
 * @param days per grade, 1 or more
 * @param zone whose midnights end the days
 */
record DeadlinePolicy(int version, Map<Grade, Integer> days, ZoneId zone) {

    Deadline date(Grade grade, Instant from) {
        Integer allowed = days.get(grade);
        if (allowed == null) {
            throw new IllegalStateException("policy %d has no days for grade %s".formatted(version, grade));
        }
        return new Deadline(endOfDay(from, allowed, zone), version);
    }

    /** 24:00 local of the day that lies {@code days} after the local day of {@code from}; 0 is that day itself. */
    static Instant endOfDay(Instant from, int days, ZoneId zone) {
        return from.atZone(zone)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
