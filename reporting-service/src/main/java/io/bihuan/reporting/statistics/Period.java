package io.bihuan.reporting.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of whole days that people report on, such as a week or a month.
 *
 * @param kind what stretch it is
 * @param first its first day
 * @param last its last day, not before the first
 */
public record Period(Kind kind, LocalDate first, LocalDate last) {

    /** The kinds of period that have a name of their own. */
    public enum Kind {
        DAY,
        /** Monday to Sunday, numbered by ISO 8601. */
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        /** A heating season 采暖季; it begins in one year and ends in the next. */
        SEASON
    }

    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern SEASON = Pattern.compile("(\\d{4})/(\\d{4})");

    public Period {
        if (last.isBefore(first)) {
            throw new DateTimeException("a period can't end before it begins");
        }
    }

    /**
     * The period of that name: {@code 2026-05-03}, {@code 2026-W18}, {@code 2026-05}, {@code 2026-Q2}, {@code 2026}, or
     * {@code 2025/2026} for a heating season.
     *
     * @throws DateTimeException if nothing is called so
     */
    public static Period named(String name, Season season) {
        Matcher week = WEEK.matcher(name);
        if (week.matches()) {
            return week(LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        }
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            return quarter(
                    LocalDate.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3 - 2, 1));
        }
        Matcher winter = SEASON.matcher(name);
        if (winter.matches()) {
            int begins = Integer.parseInt(winter.group(1));
            if (Integer.parseInt(winter.group(2)) != begins + 1) {
                throw new DateTimeException("a heating season ends in the year after it began");
            }
            return season(begins, season);
        }
        return switch (name.length()) {
            case 4 -> year(Year.parse(name).atDay(1));
            case 7 -> month(YearMonth.parse(name).atDay(1));
            default -> day(LocalDate.parse(name));
        };
    }

    public static Period day(LocalDate day) {
        return new Period(Kind.DAY, day, day);
    }

    /** The week that the day lies in. */
    public static Period week(LocalDate day) {
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return new Period(Kind.WEEK, monday, monday.plusDays(6));
    }

    /** The month that the day lies in. */
    public static Period month(LocalDate day) {
        return new Period(Kind.MONTH, day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
    }

    /** The quarter that the day lies in. */
    public static Period quarter(LocalDate day) {
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        return new Period(Kind.QUARTER, first, first.plusMonths(3).minusDays(1));
    }

    /** The year that the day lies in. */
    public static Period year(LocalDate day) {
        return new Period(Kind.YEAR, day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
    }

    /** The heating season that begins in that year. */
    public static Period season(int year, Season season) {
        return new Period(Kind.SEASON, season.from().atYear(year), season.to().atYear(year + 1));
    }

    /** When its first day begins. */
    public Instant begin(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** When its last day is over. */
    public Instant end(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Its name, which {@link #named} reads. */
    public String name() {
        return switch (kind) {
            case DAY -> first.toString();
            case WEEK ->
                "%d-W%02d"
                        .formatted(first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> "%d-Q%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> Integer.toString(first.getYear());
            case SEASON -> "%d/%d".formatted(first.getYear(), first.getYear() + 1);
        };
    }

    /** The period of its kind before it 环比. */
    public Period previous() {
        return switch (kind) {
            case DAY -> day(first.minusDays(1));
            case WEEK -> week(first.minusWeeks(1));
            case MONTH -> month(first.minusMonths(1));
            case QUARTER -> quarter(first.minusMonths(3));
            case YEAR, SEASON -> yearBefore();
        };
    }

    /** The same period a year before 同比; of a week the one 52 weeks before. */
    public Period yearBefore() {
        return switch (kind) {
            case DAY -> day(first.minusYears(1));
            case WEEK -> week(first.minusWeeks(52));
            case MONTH -> month(first.minusYears(1));
            case QUARTER -> quarter(first.minusYears(1));
            case YEAR -> year(first.minusYears(1));
            case SEASON -> new Period(kind, first.minusYears(1), last.minusYears(1));
        };
    }
}
