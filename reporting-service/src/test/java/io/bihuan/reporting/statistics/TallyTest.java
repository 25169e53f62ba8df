package io.bihuan.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant FOUND = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void theMeanIsOfExactTimesAndNotOfRoundedDays() {
        Tally tally = Tally.none();
        // 0.04, 0.04 and 0.14 days, which a ledger shows as 0.0, 0.0 and 0.1.
        tally.add(closedAfter(Duration.ofSeconds(3_456)), 1);
        tally.add(closedAfter(Duration.ofSeconds(3_456)), 1);
        tally.add(closedAfter(Duration.ofSeconds(12_096)), 1);

        assertThat(tally.meanDaysToClose()).isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void whereNobodyIsClosedThereIsNoMean() {
        assertThat(Tally.none().meanDaysToClose()).isNull();
    }

    @Test
    void theMeanIsExactForMoreTimeThanALongHasMicroseconds() {
        Tally all = Tally.of(closedAfter(Duration.ofDays(365)));
        for (int times = 1; times < 8_388_608; times *= 2) {
            Tally as = Tally.none();
            as.add(all, 1);
            all.add(as, 1);
        }

        assertThat(all.count(Count.CLOSED)).isEqualTo(8_388_608);
        assertThat(all.meanDaysToClose()).isEqualTo(new BigDecimal("365.0"));
    }

    @Test
    void whoGoesTakesAwayWhatItBrought() {
        Tally tally = Tally.of(closedAfter(Duration.ofDays(3)));
        tally.add(closedAfter(Duration.ofDays(3)), -1);

        assertThat(tally.isNone()).isTrue();
    }

    private static Standing closedAfter(Duration time) {
        return new Standing(
                UUID.fromString("0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4"),
                4,
                0,
                FOUND.plus(time),
                null,
                FOUND,
                Status.CLOSED,
                "630102",
                Grade.MINOR,
                Category.STATION,
                Source.INSPECTION,
                null,
                null,
                null,
                null,
                true,
                false,
                false,
                false,
                false,
                null,
                FOUND.plus(time),
                null,
                false,
                false);
    }
}
