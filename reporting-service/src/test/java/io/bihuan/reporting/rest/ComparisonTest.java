package io.bihuan.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aWeekThatIsThreeDaysOldIsComparedWithTheFirstThreeDaysOfOthers() {
        Period week = Period.week(LocalDate.parse("2026-04-29"));
        Instant now = week.begin(SHANGHAI).plusSeconds(3 * 86_400);
        Question asked = Question.in("63", now).found(week.begin(SHANGHAI), week.end(SHANGHAI));

        Comparison comparison = Objects.requireNonNull(Comparison.of(asked, week, SHANGHAI));

        assertThat(comparison.previous().from()).isEqualTo(midnight("2026-04-20"));
        assertThat(comparison.previous().to()).isEqualTo(midnight("2026-04-27"));
        assertThat(comparison.previous().asOf()).isEqualTo(midnight("2026-04-23"));
        assertThat(comparison.yearBefore().from()).isEqualTo(midnight("2025-04-28"));
        assertThat(comparison.yearBefore().asOf()).isEqualTo(midnight("2025-05-01"));
    }

    @Test
    void anyDaysAreComparedWithAsManyBeforeThemAndTheSameDatesOfTheYearBefore() {
        Question asked =
                Question.in("63", midnight("2026-06-01")).found(midnight("2026-05-11"), midnight("2026-05-21"));

        Comparison comparison = Objects.requireNonNull(Comparison.of(asked, null, SHANGHAI));

        assertThat(comparison.previous().from()).isEqualTo(midnight("2026-05-01"));
        assertThat(comparison.previous().to()).isEqualTo(midnight("2026-05-11"));
        assertThat(comparison.previous().asOf()).isEqualTo(midnight("2026-05-22"));
        assertThat(comparison.yearBefore().from()).isEqualTo(midnight("2025-05-11"));
        assertThat(comparison.yearBefore().to()).isEqualTo(midnight("2025-05-21"));
    }

    @Test
    void allTimeIsComparedWithNothing() {
        assertThat(Comparison.of(Question.in("63", midnight("2026-06-01")), null, SHANGHAI))
                .isNull();
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant();
    }
}
