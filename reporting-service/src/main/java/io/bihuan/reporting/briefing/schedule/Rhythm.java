package io.bihuan.reporting.briefing.schedule;

import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.statistics.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When briefings of a kind are due: once in each period, which is the one that they report.
 *
 * @param weekday of a weekly rhythm, else null
 * @param dayOfMonth of a monthly rhythm, else null; a month that is shorter has its last day instead
 * @param at local time of the day
 */
record Rhythm(
        Kind kind, @Nullable DayOfWeek weekday, @Nullable Integer dayOfMonth, LocalTime at) {

    /**
     * One time that it is due.
     *
     * @param period that is reported
     */
    record Due(Period period, Instant at) {}

    /** The first time after an instant. */
    Due firstAfter(Instant instant, ZoneId zone) {
        Due due = in(kind.around(instant.atZone(zone).toLocalDate()), zone);
        return due.at().isAfter(instant) ? due : in(following(due.period()), zone);
    }

    /** The last time that is not after an instant. */
    Due lastUntil(Instant instant, ZoneId zone) {
        Due due = in(kind.around(instant.atZone(zone).toLocalDate()), zone);
        return due.at().isAfter(instant) ? in(due.period().previous(), zone) : due;
    }

    private Period following(Period period) {
        return kind.around(period.last().plusDays(1));
    }

    private Due in(Period period, ZoneId zone) {
        LocalDate day = period.first();
        if (weekday != null) {
            day = day.plusDays(weekday.getValue() - 1L);
        }
        if (dayOfMonth != null) {
            day = day.withDayOfMonth(Math.min(dayOfMonth, day.lengthOfMonth()));
        }
        return new Due(period, day.atTime(at).atZone(zone).toInstant());
    }
}
