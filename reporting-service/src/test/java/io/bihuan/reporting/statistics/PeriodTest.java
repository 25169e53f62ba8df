package io.bihuan.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final Season XINING = new Season(MonthDay.of(10, 15), MonthDay.of(4, 15));

    @ParameterizedTest
    @CsvSource({
        "2026-05-03, DAY, 2026-05-03, 2026-05-03, 2026-05-02, 2025-05-03",
        "2024-02-29, DAY, 2024-02-29, 2024-02-29, 2024-02-28, 2023-02-28",
        "2026-W01, WEEK, 2025-12-29, 2026-01-04, 2025-W52, 2025-W01",
        "2026-W18, WEEK, 2026-04-27, 2026-05-03, 2026-W17, 2025-W18",
        "2026-01, MONTH, 2026-01-01, 2026-01-31, 2025-12, 2025-01",
        "2026-Q1, QUARTER, 2026-01-01, 2026-03-31, 2025-Q4, 2025-Q1",
        "2026, YEAR, 2026-01-01, 2026-12-31, 2025, 2025",
        "2025/2026, SEASON, 2025-10-15, 2026-04-15, 2024/2025, 2024/2025"
    })
    void aNameSaysWhichDaysAndEachPeriodKnowsItsNeighbours(
            String name, Period.Kind kind, String first, String last, String previous, String yearBefore) {
        Period period = Period.named(name, XINING);

        assertThat(period.kind()).isEqualTo(kind);
        assertThat(period.first()).hasToString(first);
        assertThat(period.last()).hasToString(last);
        assertThat(period.name()).isEqualTo(name);
        assertThat(period.previous().name()).isEqualTo(previous);
        assertThat(period.yearBefore().name()).isEqualTo(yearBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "May", "2026-13", "2026-W54", "2026-Q5", "2026/2028", "2026-02-30", "20a6", "2026-1"})
    void whatIsNoPeriodIsRefused(String name) {
        assertThatThrownBy(() -> Period.named(name, XINING)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void itLastsFromMidnightToMidnightOfItsZone() {
        Period may = Period.named("2026-05", XINING);

        assertThat(may.begin(ZoneId.of("Asia/Shanghai"))).hasToString("2026-04-30T16:00:00Z");
        assertThat(may.end(ZoneId.of("Asia/Shanghai"))).hasToString("2026-05-31T16:00:00Z");
    }
}
