package io.bihuan.notification.duty;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_WEEK_DATE;

import io.bihuan.notification.ladder.Days;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something is due again and again. Pure: the same arguments give the same moments.
 *
 * @param kind how often
 * @param weekday of a weekly rhythm, else null
 * @param dayOfMonth 1–31 of a monthly rhythm, else null; a month that is shorter has its last day instead
 * @param at local time of the day
 * @param season the days of the year on which it applies; null if all
 * @param workedDayBefore whether a due day that is not worked moves to the worked day before it
 */
public record Rhythm(
        Kind kind,
        @Nullable DayOfWeek weekday,
        @Nullable Integer dayOfMonth,
        LocalTime at,
        @Nullable Season season,
        boolean workedDayBefore) {

    /** Weekdays and dates meet again after 28 years; what isn't due by then never is. */
    private static final int HORIZON_IN_YEARS = 28;

    private static final Pattern YEAR_IN_FRONT = Pattern.compile("\\d{4}-.+");

    /** How often something is due. */
    public enum Kind {
        /** 日报 */
        DAILY,
        /** 周报 */
        WEEKLY,
        /** 月报 */
        MONTHLY
    }

    /**
     * One time that it is due.
     *
     * @param period the day ({@code 2026-11-15}), ISO week ({@code 2026-W20}) or month ({@code 2026-05}) that it is for
     * @param day the day on which it would be due if every day were worked; in the order of the periods
     * @param dueAt when it is due; late is after this
     */
    public record Due(String period, LocalDate day, Instant dueAt) {}

    /** The first time that it is due after an instant; empty if it never is. */
    public Optional<Due> firstAfter(Instant instant, Days worked, ZoneId zone) {
        // A day is only ever moved back, so no earlier one can be due after the instant.
        return from(instant.atZone(zone).toLocalDate().minusDays(1), worked, zone)
                .filter(due -> due.dueAt().isAfter(instant))
                .findFirst();
    }

    /** The next time after one that would be due on this day; empty if there is none. */
    public Optional<Due> next(LocalDate day, Days worked, ZoneId zone) {
        return from(day, worked, zone).findFirst();
    }

    /** The time that it is due for a period; empty if there is no such period, or it is not of the season. */
    public Optional<Due> of(String period, Days worked, ZoneId zone) {
        try {
            var day = dayOf(period);
            return YEAR_IN_FRONT.matcher(period).matches() && periodOf(day).equals(period) && isOfSeason(day)
                    ? Optional.of(due(day, worked, zone))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Stream<Due> from(LocalDate day, Days worked, ZoneId zone) {
        var horizon = day.plusYears(HORIZON_IN_YEARS);
        return Stream.iterate(following(day), next -> !next.isAfter(horizon), this::following)
                .filter(this::isOfSeason)
                .map(next -> due(next, worked, zone));
    }

    private Due due(LocalDate day, Days worked, ZoneId zone) {
        // The worked day before the next worked one is the day itself, or the last worked one before it.
        var dueDay = workedDayBefore ? worked.from(worked.from(day, 1), -1) : day;
        return new Due(periodOf(day), day, dueDay.atTime(at).atZone(zone).toInstant());
    }

    private boolean isOfSeason(LocalDate day) {
        return season == null || season.contains(day);
    }

    private LocalDate following(LocalDate day) {
        return switch (kind) {
            case DAILY -> day.plusDays(1);
            case WEEKLY -> day.with(TemporalAdjusters.next(theWeekday()));
            case MONTHLY -> {
                var thisMonth = dayIn(YearMonth.from(day));
                yield thisMonth.isAfter(day)
                        ? thisMonth
                        : dayIn(YearMonth.from(day).plusMonths(1));
            }
        };
    }

    private String periodOf(LocalDate day) {
        return switch (kind) {
            case DAILY -> ISO_LOCAL_DATE.format(day);
            case WEEKLY -> ISO_WEEK_DATE.format(day).replaceFirst("-\\d$", "");
            case MONTHLY -> YearMonth.from(day).toString();
        };
    }

    private LocalDate dayOf(String period) {
        return switch (kind) {
            case DAILY -> LocalDate.parse(period);
            case WEEKLY -> LocalDate.parse(period + "-" + theWeekday().getValue(), ISO_WEEK_DATE);
            case MONTHLY -> dayIn(YearMonth.parse(period));
        };
    }

    private LocalDate dayIn(YearMonth month) {
        if (dayOfMonth == null) {
            throw new IllegalStateException("a monthly rhythm has a day of the month");
        }
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    private DayOfWeek theWeekday() {
        if (weekday == null) {
            throw new IllegalStateException("a weekly rhythm has a weekday");
        }
        return weekday;
    }
}
