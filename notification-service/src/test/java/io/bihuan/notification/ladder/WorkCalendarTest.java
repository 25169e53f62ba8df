package io.bihuan.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    /** As the notice for 2026 has it: off from May 1 to 5, and Saturday May 9 is worked. */
    private static final WorkCalendar MAY_2026 = mayOf2026();

    @ParameterizedTest(name = "{0} and {1} working days is {2}")
    @CsvSource({
        "2026-04-29,  1, 2026-04-30",
        "2026-04-30,  1, 2026-05-06",
        "2026-04-30,  3, 2026-05-08",
        "2026-04-30,  4, 2026-05-09", // the Saturday that is worked
        "2026-04-30,  5, 2026-05-11",
        "2026-05-03,  1, 2026-05-06",
        "2026-05-09,  1, 2026-05-11",
        "2026-05-11, -1, 2026-05-09",
        "2026-05-10, -1, 2026-05-09",
        "2026-05-06, -1, 2026-04-30",
        "2026-05-05, -1, 2026-04-30",
        "2026-05-11, -5, 2026-04-30",
        "2026-05-02,  0, 2026-05-02",
        "2026-05-16,  1, 2026-05-18",
    })
    void workingDaysAreCountedOverAHolidayAndItsMakeUpSaturday(LocalDate day, int days, LocalDate reached) {
        assertThat(MAY_2026.from(day, days)).isEqualTo(reached);
    }

    @Test
    void ofAYearWithoutANoticeMondayToFridayAreWorked() {
        assertThat(Stream.iterate(LocalDate.of(2031, 5, 5), day -> day.plusDays(1))
                        .limit(7)
                        .map(WorkCalendar.PLAIN::works))
                .containsExactly(true, true, true, true, true, false, false);
        assertThat(MAY_2026.from(LocalDate.of(2031, 5, 2), 1)).isEqualTo(LocalDate.of(2031, 5, 5));
    }

    @Test
    void goingForthAndBackEndsOnTheWorkedDayOneCameFrom() {
        var worked = Stream.iterate(LocalDate.of(2026, 4, 20), day -> day.plusDays(1))
                .limit(60)
                .filter(MAY_2026::works)
                .toList();
        for (var day : worked) {
            for (int days = 0; days <= 30; days++) {
                assertThat(MAY_2026.from(MAY_2026.from(day, days), -days)).isEqualTo(day);
            }
        }
    }

    private static WorkCalendar mayOf2026() {
        Map<LocalDate, Boolean> named = new HashMap<>();
        for (int day = 1; day <= 5; day++) {
            named.put(LocalDate.of(2026, 5, day), false);
        }
        named.put(LocalDate.of(2026, 5, 9), true);
        return new WorkCalendar(named);
    }
}
