package io.bihuan.hazard.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counting a time to rectify came to. A pure function of the policy's line, the calendar and the instant.
 *
 * @param dueAt where the time is over: 24:00 local of the last day, or the instant after the hours
 * @param skipped the days that did not count
 * @param madeUp the weekend days that did count 调休
 */
public record Count(Instant dueAt, List<Day> skipped, List<Day> madeUp) {

    /**
     * A day that needs a word of explanation.
     *
     * @param holiday that it belongs to; null for a plain weekend
     */
    public record Day(LocalDate date, @Nullable String holiday) {}

    /**
     * Counts a line's time from an instant. Days begin with the local day after it, whatever the time of day.
     *
     * @throws WorkCalendar.UnknownYear if working days lead into a year whose calendar is not on file
     */
    static Count of(PolicyLine line, Instant from, WorkCalendar calendar, ZoneId zone) {
        return switch (line.counting()) {
            case CALENDAR -> plain(endOfDay(from, line.amount(), zone));
            case WORKING -> working(line.amount(), from, calendar, zone);
            case HOURS -> plain(from.plus(Duration.ofHours(line.amount())));
        };
    }

    /** 24:00 local of the day that lies {@code days} after the local day of {@code from}; 0 is that day itself. */
    static Instant endOfDay(Instant from, int days, ZoneId zone) {
        return endOf(from.atZone(zone).toLocalDate().plusDays(days), zone);
    }

    private static Count working(int days, Instant from, WorkCalendar calendar, ZoneId zone) {
        List<Day> skipped = new ArrayList<>();
        List<Day> madeUp = new ArrayList<>();
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (!calendar.isWorked(day)) {
                skipped.add(new Day(day, calendar.name(day)));
                continue;
            }
            counted++;
            if (calendar.name(day) != null) {
                madeUp.add(new Day(day, calendar.name(day)));
            }
        }
        return new Count(endOf(day, zone), skipped, madeUp);
    }

    private static Count plain(Instant dueAt) {
        return new Count(dueAt, List.of(), List.of());
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
