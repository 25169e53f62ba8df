package io.bihuan.hazard.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.hazard.deadline.WorkCalendar.UnknownYear;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting, by the calendars that come with the product: 2023 to 2026. */
class CountTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final WorkCalendar CHINA = WorkCalendar.of(
            ShippedCalendar.read().values().stream().flatMap(List::stream).toList(),
            ShippedCalendar.read().keySet());

    @ParameterizedTest
    @CsvSource({
        // from (UTC), days, due (local midnight after the last day, UTC)
        "2026-05-03T02:40:00Z, 30, 2026-06-02T16:00:00Z",
        "2026-05-03T02:40:00Z, 3,  2026-05-06T16:00:00Z",
        // one minute before and at local midnight: two different local days
        "2026-05-03T15:59:00Z, 3,  2026-05-06T16:00:00Z",
        "2026-05-03T16:00:00Z, 3,  2026-05-07T16:00:00Z",
        // over the leap day, and over the year's end
        "2028-02-27T02:00:00Z, 3,  2028-03-01T16:00:00Z",
        "2026-12-30T02:00:00Z, 3,  2027-01-02T16:00:00Z"
    })
    void calendarDaysEndAtMidnightLocalAfterTheLastOfThem(Instant from, int days, Instant due) {
        assertThat(count(days, Counting.CALENDAR, from).dueAt()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // local day of the count's beginning, days, last day
        // Spring Festival 2026: the 14th, a Saturday, is worked; the 15th to the 23rd are off; the 28th is worked again
        "2026-02-13, 1,  2026-02-14",
        "2026-02-13, 2,  2026-02-24",
        "2026-02-13, 5,  2026-02-27",
        "2026-02-13, 6,  2026-02-28",
        "2026-02-13, 7,  2026-03-02",
        "2026-02-18, 1,  2026-02-24",
        // National Day 2026: off until the 7th, the 10th, a Saturday, is worked
        "2026-09-30, 1,  2026-10-08",
        "2026-09-30, 3,  2026-10-10",
        "2026-09-30, 4,  2026-10-12",
        "2026-09-18, 1,  2026-09-20",
        // Spring Festival 2023: Saturday the 28th and Sunday the 29th are worked
        "2023-01-20, 1,  2023-01-28",
        "2023-01-20, 2,  2023-01-29",
        "2023-01-20, 3,  2023-01-30",
        // the year's end, with Sunday the 4th worked
        "2025-12-30, 1,  2025-12-31",
        "2025-12-30, 2,  2026-01-04",
        "2025-12-30, 3,  2026-01-05",
        "2022-12-31, 1,  2023-01-03",
        "2026-12-30, 1,  2026-12-31",
        // the leap day is a Thursday
        "2024-02-28, 1,  2024-02-29",
        "2024-02-28, 2,  2024-03-01",
        // a plain week
        "2026-06-05, 5,  2026-06-12",
        "2026-06-06, 1,  2026-06-08"
    })
    void workingDaysFollowTheYearlyNotice(LocalDate from, int days, LocalDate last) {
        Instant morning = from.atTime(10, 40).atZone(SHANGHAI).toInstant();
        assertThat(count(days, Counting.WORKING, morning).dueAt())
                .isEqualTo(last.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
    }

    @Test
    void itNamesTheDaysThatDidNotCountAndTheWeekendsThatDid() {
        Count count = count(3, Counting.WORKING, Instant.parse("2026-02-13T02:00:00Z"));
        assertThat(count.skipped()).hasSize(9).allMatch(day -> "春节".equals(day.holiday()));
        assertThat(count.madeUp()).containsExactly(new Count.Day(LocalDate.parse("2026-02-14"), "春节"));

        assertThat(count(5, Counting.WORKING, Instant.parse("2026-06-05T02:00:00Z"))
                        .skipped())
                .containsExactly(
                        new Count.Day(LocalDate.parse("2026-06-06"), null),
                        new Count.Day(LocalDate.parse("2026-06-07"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-30T02:00:00Z, 2,   2027",
        "2026-05-03T02:00:00Z, 366, 2027",
        "2022-12-30T02:00:00Z, 1,   2022",
        "2031-05-03T02:00:00Z, 1,   2031"
    })
    void workingDaysInAYearWithoutACalendarAreNotGuessed(Instant from, int days, int missing) {
        assertThatThrownBy(() -> count(days, Counting.WORKING, from))
                .isInstanceOfSatisfying(
                        UnknownYear.class, unknown -> assertThat(unknown.year()).isEqualTo(missing));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-03T02:40:00Z, 24, 2026-05-04T02:40:00Z",
        "2026-05-03T15:59:00Z, 2,  2026-05-03T17:59:00Z",
        "2026-12-31T15:30:00Z, 1,  2026-12-31T16:30:00Z",
        "2031-02-15T00:00:00Z, 48, 2031-02-17T00:00:00Z"
    })
    void hoursRunRoundTheClockFromTheVeryInstant(Instant from, int hours, Instant due) {
        assertThat(count(hours, Counting.HOURS, from).dueAt()).isEqualTo(due);
    }

    @Test
    void aDayThatTheClocksMakeShorterStillEndsAtMidnightAndAnHourIsStillAnHour() {
        Instant from = Instant.parse("2026-03-07T17:00:00Z");
        assertThat(Count.of(line(1, Counting.CALENDAR), from, CHINA, NEW_YORK).dueAt())
                .isEqualTo("2026-03-09T04:00:00Z");
        assertThat(Count.of(line(24, Counting.HOURS), from, CHINA, NEW_YORK).dueAt())
                .isEqualTo("2026-03-08T17:00:00Z");
    }

    @Test
    void theLocalDayIsTheZonesOwn() {
        Instant from = Instant.parse("2026-02-13T16:30:00Z"); // the 14th in Shanghai, the 13th in New York
        assertThat(Count.of(line(1, Counting.WORKING), from, CHINA, SHANGHAI).dueAt())
                .isEqualTo("2026-02-24T16:00:00Z");
        assertThat(Count.of(line(1, Counting.WORKING), from, CHINA, NEW_YORK).dueAt())
                .isEqualTo("2026-02-15T05:00:00Z");
    }

    @Test
    void workingDaysAreNeverShorterThanAsManyCalendarDaysAndEndOnADayThatIsWorked() {
        for (LocalDate day = LocalDate.parse("2023-01-01");
                day.isBefore(LocalDate.parse("2026-07-01"));
                day = day.plusDays(1)) {
            Instant from = day.atTime(LocalTime.NOON).atZone(SHANGHAI).toInstant();
            for (int days : List.of(1, 2, 3, 7, 15, 30, 90)) {
                Count working = count(days, Counting.WORKING, from);
                LocalDate last = working.dueAt().atZone(SHANGHAI).toLocalDate().minusDays(1);

                assertThat(working.dueAt())
                        .isAfterOrEqualTo(count(days, Counting.CALENDAR, from).dueAt());
                assertThat(CHINA.isWorked(last)).as("%s", last).isTrue();
                assertThat(day.plusDays(days + working.skipped().size())).isEqualTo(last);
            }
        }
    }

    @Test
    void theDaysOfDecemberBelongToTheNextYearsNotice() {
        assertThat(ShippedCalendar.read().keySet()).isEqualTo(Set.of(2023, 2024, 2025, 2026));
        assertThat(ShippedCalendar.read().get(2023))
                .extracting(CalendarDay::date)
                .contains(LocalDate.parse("2022-12-31"));
    }

    @Test
    void aWeekendIsWorkedOnlyWhereTheNoticeSaysSo() {
        assertThat(CHINA.isWorked(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(CHINA.isWorked(LocalDate.parse("2026-10-11"))).isFalse();
        assertThat(CHINA.isWorked(LocalDate.parse("2026-10-08"))).isTrue();
        assertThat(CHINA.isWorked(LocalDate.parse("2026-10-07"))).isFalse();
    }

    private static Count count(int amount, Counting counting, Instant from) {
        return Count.of(line(amount, counting), from, CHINA, SHANGHAI);
    }

    private static PolicyLine line(int amount, Counting counting) {
        return new PolicyLine(Grade.SERIOUS, null, amount, counting, 0);
    }
}
