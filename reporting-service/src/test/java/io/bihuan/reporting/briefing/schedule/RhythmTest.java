package io.bihuan.reporting.briefing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.briefing.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T08:59:59Z, 2026-W17, 2026-W18, 2026-05-01T09:00:00Z",
        "2026-05-01T09:00:00Z, 2026-W18, 2026-W19, 2026-05-08T09:00:00Z",
        "2026-05-03T15:59:59Z, 2026-W18, 2026-W19, 2026-05-08T09:00:00Z",
        "2026-12-31T00:00:00Z, 2026-W52, 2026-W53, 2027-01-01T09:00:00Z",
    })
    void aWeeklyBriefingIsDueOnceInTheWeekThatItReports(String now, String last, String next, String at) {
        Rhythm rhythm = new Rhythm(Kind.WEEKLY, DayOfWeek.FRIDAY, null, FIVE);
        assertThat(rhythm.lastUntil(Instant.parse(now), ZONE).period().name()).isEqualTo(last);
        assertThat(rhythm.firstAfter(Instant.parse(now), ZONE).period().name()).isEqualTo(next);
        assertThat(rhythm.firstAfter(Instant.parse(now), ZONE).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "25, 2026-05-25T08:59:59Z, 2026-04, 2026-05, 2026-05-25T09:00:00Z",
        "25, 2026-05-25T09:00:00Z, 2026-05, 2026-06, 2026-06-25T09:00:00Z",
        "31, 2026-02-28T08:59:59Z, 2026-01, 2026-02, 2026-02-28T09:00:00Z",
        "31, 2026-12-31T09:00:00Z, 2026-12, 2027-01, 2027-01-31T09:00:00Z",
    })
    void aMonthlyBriefingIsDueOnceInTheMonthThatItReports(int day, String now, String last, String next, String at) {
        Rhythm rhythm = new Rhythm(Kind.MONTHLY, null, day, FIVE);
        assertThat(rhythm.lastUntil(Instant.parse(now), ZONE).period().name()).isEqualTo(last);
        assertThat(rhythm.firstAfter(Instant.parse(now), ZONE).period().name()).isEqualTo(next);
        assertThat(rhythm.firstAfter(Instant.parse(now), ZONE).at()).isEqualTo(at);
    }
}
