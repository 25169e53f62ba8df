package io.bihuan.notification.ladder;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which nobody is written to but for a major hazard (glossary, section 5).
 *
 * @param from local time at which they begin
 * @param to local time at which they end, before or after midnight; the same as {@code from} means that there are none
 * @param zone whose local time
 */
public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {

    /** Whether it is quiet at this instant. */
    public boolean at(Instant instant) {
        var time = instant.atZone(zone).toLocalTime();
        return from.isAfter(to) ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    }

    /** The first instant, from this one on, at which it is not quiet. */
    public Instant over(Instant instant) {
        if (!at(instant)) {
            return instant;
        }
        var now = instant.atZone(zone);
        var end = now.toLocalDate().atTime(to).atZone(zone);
        return (end.isAfter(now)
                        ? end
                        : now.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }
}
