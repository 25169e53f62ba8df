package io.bihuan.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.facts.Cell.Grain;
import io.bihuan.reporting.facts.Days.Range;
import io.bihuan.reporting.facts.Days.Time;
import io.bihuan.reporting.statistics.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the time of a question is put together from days and months whose totals are kept, and the rest. */
class DaysTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-05-20T04:00:00Z");

    private final Question question = Question.in("63", NOON);

    @Test
    void everythingUntilNowIsWholeMonthsThenDaysThenAPartOfADay() {
        Days days = Days.of(question, SHANGHAI, true, false);

        assertThat(days.kept())
                .containsExactly(range(Grain.M, null, "2026-05-01"), range(Grain.D, "2026-05-01", "2026-05-20"));
        assertThat(days.rest()).containsExactly(new Time(midnight("2026-05-20"), NOON.plusNanos(1_000)));
    }

    @Test
    void aMonthInWhichNothingIsFoundAnyMoreIsAWholeOne() {
        assertThat(Days.afterwards(question, SHANGHAI))
                .isEqualTo(new Time(NOON.plusNanos(1_000), midnight("2026-06-01")));

        Days days = Days.of(question, SHANGHAI, true, true);

        assertThat(days.kept()).containsExactly(range(Grain.M, null, "2026-06-01"));
        assertThat(days.rest()).isEmpty();
    }

    @Test
    void aTimeThatEndsWithItsMonthHasNothingAfterwards() {
        Question may =
                question.found(midnight("2026-05-01"), midnight("2026-06-01")).asOf(midnight("2026-06-20"));

        assertThat(Days.afterwards(may, SHANGHAI)).isEqualTo(new Time(midnight("2026-06-01"), midnight("2026-06-01")));
        assertThat(Days.of(may, SHANGHAI, true, true)).isEqualTo(Days.of(may, SHANGHAI, true, false));
    }

    @Test
    void daysAloneAreTakenToTheEndOfTheMonthIfNothingIsFoundThen() {
        Days days = Days.of(question.found(midnight("2026-05-04"), null), SHANGHAI, false, true);

        assertThat(days.kept()).containsExactly(range(Grain.D, "2026-05-04", "2026-06-01"));
        assertThat(days.rest()).isEmpty();
    }

    @Test
    void anyDaysAreDaysAroundMonths() {
        Days days = Days.of(question.found(midnight("2026-01-20"), midnight("2026-04-11")), SHANGHAI, true, false);

        assertThat(days.kept())
                .containsExactly(
                        range(Grain.D, "2026-01-20", "2026-02-01"),
                        range(Grain.M, "2026-02-01", "2026-04-01"),
                        range(Grain.D, "2026-04-01", "2026-04-11"));
        assertThat(days.rest()).isEmpty();
    }

    @Test
    void daysWithinAMonthAreDays() {
        Days days = Days.of(question.found(midnight("2026-05-04"), midnight("2026-05-11")), SHANGHAI, true, false);

        assertThat(days.kept()).containsExactly(range(Grain.D, "2026-05-04", "2026-05-11"));
        assertThat(days.rest()).isEmpty();
    }

    @Test
    void ofOneGradeOnlyMonthsAreKept() {
        Days days = Days.of(
                question.of(Grade.MAJOR).found(midnight("2026-01-20"), midnight("2026-04-11")), SHANGHAI, true, false);

        assertThat(days.kept()).containsExactly(range(Grain.M, "2026-02-01", "2026-04-01"));
        assertThat(days.rest())
                .containsExactly(
                        new Time(midnight("2026-01-20"), midnight("2026-02-01")),
                        new Time(midnight("2026-04-01"), midnight("2026-04-11")));
    }

    @Test
    void ofSeveralThingsInCommonNothingIsKept() {
        Days days = Days.of(question.of(Grade.MAJOR).under("GAS-2026"), SHANGHAI, true, false);

        assertThat(days.kept()).isEmpty();
        assertThat(days.rest()).containsExactly(new Time(null, NOON.plusNanos(1_000)));
    }

    private static Range range(Grain grain, @Nullable String from, String to) {
        return new Range(grain, from == null ? null : LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant();
    }
}
