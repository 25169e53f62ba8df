package io.bihuan.reporting.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How the times in a query read: a local date, whose day begins and ends at midnight of the zone, or an instant with its offset. A date
 * includes its whole day; an instant that ends a period is itself outside.
 */
record Moments(ZoneId zone) {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    /** From then on. */
    Instant begin(String text) {
        return isDate(text) ? date(text).atStartOfDay(zone).toInstant() : instant(text);
    }

    /** Until before then. */
    Instant end(String text) {
        return isDate(text) ? date(text).plusDays(1).atStartOfDay(zone).toInstant() : instant(text);
    }

    /** At that moment; of a date its last, which is still the day's own: midnight is the next day's. */
    Instant asOf(String text) {
        return isDate(text) ? end(text).minus(1, ChronoUnit.MICROS) : instant(text);
    }

    private static boolean isDate(String text) {
        return !text.contains("T");
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        check(date.getYear());
        return date;
    }

    private static Instant instant(String text) {
        // A plus sign that was not percent-encoded arrives as a blank.
        OffsetDateTime moment = OffsetDateTime.parse(text.replace(' ', '+'));
        check(moment.getYear());
        return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void check(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
    }
}
