package io.bihuan.notification.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.bihuan.notification.duty.Rhythm.Due;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.ladder.Days;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    /** As the notice for 2026 has it: off from May 1 to 5, and Saturday May 9 is worked; off from October 1 to 7. */
    private static final Days WORKED_2026 = (day, days) -> {
        var reached = day;
        for (int left = Math.abs(days); left > 0; ) {
            reached = reached.plusDays(Integer.signum(days));
            if (worked(reached)) {
                left--;
            }
        }
        return reached;
    };

    @Test
    void theDailyReportIsDueAtFiveOnEveryDayOfTheHeatingSeason() {
        var daily = daily(Season.HEATING);

        assertThat(times(daily, "2026-11-13T12:00", 4))
                .containsExactly(
                        "2026-11-13 at 2026-11-13T17:00", // a Friday
                        "2026-11-14 at 2026-11-14T17:00",
                        "2026-11-15 at 2026-11-15T17:00",
                        "2026-11-16 at 2026-11-16T17:00");
    }

    @ParameterizedTest(name = "after {0} the daily report is next due at {1}")
    @CsvSource({
        "2026-04-14T17:00:00, 2026-04-15T17:00", // the season's last day is one of it
        "2026-04-15T16:59:59, 2026-04-15T17:00",
        "2026-04-15T17:00:00, 2026-10-15T17:00", // due is no longer due after it
        "2026-07-01T00:00:00, 2026-10-15T17:00",
        "2026-10-14T23:59:59, 2026-10-15T17:00",
        "2026-10-15T17:00:01, 2026-10-16T17:00",
        "2026-12-31T17:00:00, 2027-01-01T17:00", // over New Year
        "2028-02-28T17:00:00, 2028-02-29T17:00",
    })
    void betweenTheSeasonsNothingIsDue(String after, String due) {
        assertThat(times(daily(Season.HEATING), after, 1)).singleElement(STRING).endsWith(" at " + due);
    }

    @Test
    void aSeasonWithinAYearAndOneOfASingleDayAreKept() {
        var summer = new Season(MonthDay.of(6, 1), MonthDay.of(8, 31));
        assertThat(times(daily(summer), "2026-08-31T17:00", 1)).containsExactly("2027-06-01 at 2027-06-01T17:00");

        var leapDay = new Season(MonthDay.of(2, 29), MonthDay.of(2, 29));
        assertThat(times(daily(leapDay), "2026-01-01T00:00", 2))
                .containsExactly("2028-02-29 at 2028-02-29T17:00", "2032-02-29 at 2032-02-29T17:00");
        assertThat(times(weekly(DayOfWeek.FRIDAY, leapDay, false), "2026-01-01T00:00", 1))
                .containsExactly("2036-W09 at 2036-02-29T17:00");
    }

    @Test
    void theWeeklyReportIsDueOnFridayAtFiveForItsIsoWeek() {
        assertThat(times(weekly(DayOfWeek.FRIDAY, null, false), "2026-12-20T12:00", 4))
                .containsExactly(
                        "2026-W52 at 2026-12-25T17:00",
                        "2026-W53 at 2027-01-01T17:00", // the week belongs to the year that has its Thursday
                        "2027-W01 at 2027-01-08T17:00",
                        "2027-W02 at 2027-01-15T17:00");
    }

    @Test
    void aFridayInTheMayHolidayMovesToTheThursdayBeforeIt() {
        assertThat(times(weekly(DayOfWeek.FRIDAY, null, true), "2026-04-25T00:00", 3))
                .containsExactly(
                        "2026-W18 at 2026-04-30T17:00", "2026-W19 at 2026-05-08T17:00", "2026-W20 at 2026-05-15T17:00");
        assertThat(times(weekly(DayOfWeek.FRIDAY, null, true), "2026-09-26T00:00", 2))
                .containsExactly("2026-W40 at 2026-09-30T17:00", "2026-W41 at 2026-10-09T17:00");
    }

    @Test
    void aSaturdayThatIsWorkedToMakeUpForTheHolidayIsNotMoved() {
        assertThat(times(weekly(DayOfWeek.SATURDAY, null, true), "2026-05-01T00:00", 3))
                .containsExactly(
                        // Saturday May 2 has moved to April 30, before this instant.
                        "2026-W19 at 2026-05-09T17:00", "2026-W20 at 2026-05-15T17:00", "2026-W21 at 2026-05-22T17:00");
    }

    @Test
    void theMonthlyReportIsDueOnThe25thOrTheWorkedDayBefore() {
        assertThat(times(monthly(25, false), "2026-01-01T00:00", 4))
                .containsExactly(
                        "2026-01 at 2026-01-25T17:00", // a Sunday
                        "2026-02 at 2026-02-25T17:00",
                        "2026-03 at 2026-03-25T17:00",
                        "2026-04 at 2026-04-25T17:00"); // a Saturday
        assertThat(times(monthly(25, true), "2026-01-01T00:00", 4))
                .containsExactly(
                        "2026-01 at 2026-01-23T17:00",
                        "2026-02 at 2026-02-25T17:00",
                        "2026-03 at 2026-03-25T17:00",
                        "2026-04 at 2026-04-24T17:00");
    }

    @Test
    void aMonthThatIsTooShortHasItsLastDayInstead() {
        assertThat(times(monthly(31, false), "2026-01-31T17:00", 4))
                .containsExactly(
                        "2026-02 at 2026-02-28T17:00",
                        "2026-03 at 2026-03-31T17:00",
                        "2026-04 at 2026-04-30T17:00",
                        "2026-05 at 2026-05-31T17:00");
        assertThat(times(monthly(30, false), "2028-02-01T00:00", 1)).containsExactly("2028-02 at 2028-02-29T17:00");
    }

    @Test
    void aDayThatWasMovedBackIsNotDueASecondTime() {
        // The report for May 2 (a Saturday within the holiday) was due on April 30.
        assertThat(times(monthly(2, true), "2026-04-30T17:00", 1)).containsExactly("2026-06 at 2026-06-02T17:00");
        assertThat(times(monthly(2, true), "2026-04-30T16:59", 1)).containsExactly("2026-05 at 2026-04-30T17:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Asia/Urumqi", "UTC", "Pacific/Kiritimati"})
    void fiveIsFiveInEveryZoneAlsoWhereClocksAreChanged(String zone) {
        var due = daily(null)
                .firstAfter(Instant.parse("2026-01-01T12:00:00Z"), Days.CALENDAR, ZoneId.of(zone))
                .orElseThrow();
        for (int day = 0; day < 366; day++) {
            var local = due.dueAt().atZone(ZoneId.of(zone));
            assertThat(local.toLocalTime()).isEqualTo(FIVE);
            assertThat(local.toLocalDate()).isEqualTo(due.day()).hasToString(due.period());
            due = daily(null).next(due.day(), Days.CALENDAR, ZoneId.of(zone)).orElseThrow();
        }
    }

    @Test
    void aTimeThatAClockSkipsIsDueWhenTheClockHasBeenChanged() {
        var early = new Rhythm(Kind.DAILY, null, null, LocalTime.of(2, 30), null, false);

        assertThat(early.of("2026-03-08", Days.CALENDAR, ZoneId.of("America/New_York")))
                .map(Due::dueAt)
                .contains(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void aPeriodIsKnownByItsName() {
        assertThat(named(daily(Season.HEATING), "2026-11-15")).isEqualTo("2026-11-15 at 2026-11-15T17:00");
        assertThat(named(weekly(DayOfWeek.FRIDAY, null, true), "2026-W18")).isEqualTo("2026-W18 at 2026-04-30T17:00");
        assertThat(named(weekly(DayOfWeek.FRIDAY, null, false), "2026-W53")).isEqualTo("2026-W53 at 2027-01-01T17:00");
        assertThat(named(monthly(31, false), "2026-02")).isEqualTo("2026-02 at 2026-02-28T17:00");
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-07-01", // not of the season
        "DAILY, 2026-02-30",
        "DAILY, 2026-W20",
        "DAILY, ''",
        "DAILY, +12026-11-15",
        "WEEKLY, 2027-W53", // that year has 52
        "WEEKLY, 2026-W00",
        "WEEKLY, 2026-05",
        "WEEKLY, 2026-W20-5",
        "MONTHLY, 2026-13",
        "MONTHLY, 2026-5",
        "MONTHLY, 2026-05-25",
    })
    void whatIsNoPeriodOfTheRhythmIsNone(Kind kind, String period) {
        var rhythm =
                switch (kind) {
                    case DAILY -> daily(Season.HEATING);
                    case WEEKLY -> weekly(DayOfWeek.FRIDAY, null, false);
                    case MONTHLY -> monthly(25, false);
                };

        assertThat(rhythm.of(period, Days.CALENDAR, SHANGHAI)).isEmpty();
    }

    @Test
    void aRhythmWhoseDayNeverLiesInItsSeasonIsNeverDue() {
        var earlyMarch = new Season(MonthDay.of(3, 1), MonthDay.of(3, 10));
        var never = new Rhythm(Kind.MONTHLY, null, 25, FIVE, earlyMarch, false);

        assertThat(never.firstAfter(Instant.parse("2026-01-01T00:00:00Z"), Days.CALENDAR, SHANGHAI))
                .isEmpty();
    }

    private static boolean worked(LocalDate day) {
        boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        boolean off = within(day, "2026-05-01", "2026-05-05") || within(day, "2026-10-01", "2026-10-07");
        return day.equals(LocalDate.of(2026, 5, 9)) || !weekend && !off;
    }

    private static boolean within(LocalDate day, String from, String to) {
        return !day.isBefore(LocalDate.parse(from)) && !day.isAfter(LocalDate.parse(to));
    }

    private static List<String> times(Rhythm rhythm, String afterLocal, int count) {
        var after = LocalDateTime.parse(afterLocal).atZone(SHANGHAI).toInstant();
        var due = rhythm.firstAfter(after, WORKED_2026, SHANGHAI).orElseThrow();
        var times = new ArrayList<String>();
        while (times.size() < count) {
            times.add(told(due));
            due = rhythm.next(due.day(), WORKED_2026, SHANGHAI).orElseThrow();
        }
        return times;
    }

    private static String named(Rhythm rhythm, String period) {
        return told(rhythm.of(period, WORKED_2026, SHANGHAI).orElseThrow());
    }

    private static String told(Due due) {
        return due.period() + " at "
                + ZonedDateTime.ofInstant(due.dueAt(), SHANGHAI).toLocalDateTime();
    }

    private static Rhythm daily(@Nullable Season season) {
        return new Rhythm(Kind.DAILY, null, null, FIVE, season, false);
    }

    private static Rhythm weekly(DayOfWeek weekday, @Nullable Season season, boolean workedDayBefore) {
        return new Rhythm(Kind.WEEKLY, weekday, null, FIVE, season, workedDayBefore);
    }

    private static Rhythm monthly(int day, boolean workedDayBefore) {
        return new Rhythm(Kind.MONTHLY, null, day, FIVE, null, workedDayBefore);
    }
}
