package io.bihuan.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DaysToCloseTest {

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        assertThat(DaysToClose.quantile(Quantile.MEDIAN, 2, micros("P3D"), micros("P9D")))
                .isEqualTo(new BigDecimal("6.0"));
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(DaysToClose.quantile(Quantile.MEDIAN, 3, micros("P3D"), micros("P9D")))
                .isEqualTo(new BigDecimal("3.0"));
    }

    @Test
    void theNinetiethPercentileOfElevenIsTheTenth() {
        assertThat(DaysToClose.quantile(Quantile.P90, 11, micros("P10D"), micros("P99D")))
                .isEqualTo(new BigDecimal("10.0"));
    }

    @Test
    void theNinetiethPercentileOfTenLiesATenthAboveTheNinth() {
        assertThat(DaysToClose.quantile(Quantile.P90, 10, micros("P9D"), micros("P10D")))
                .isEqualTo(new BigDecimal("9.1"));
    }

    @Test
    void ofASingleOneEveryQuantileIsItself() {
        assertThat(DaysToClose.quantile(Quantile.MEDIAN, 1, micros("PT36H"), null))
                .isEqualTo(new BigDecimal("1.5"));
        assertThat(DaysToClose.quantile(Quantile.P90, 1, micros("PT36H"), null)).isEqualTo(new BigDecimal("1.5"));
    }

    @Test
    void aTwentiethOfADayRoundsUpAndAMicrosecondLessDown() {
        long twentieth = micros("PT1H12M");
        assertThat(DaysToClose.quantile(Quantile.MEDIAN, 1, twentieth, null)).isEqualTo(new BigDecimal("0.1"));
        assertThat(DaysToClose.quantile(Quantile.MEDIAN, 1, twentieth - 1, null))
                .isEqualTo(new BigDecimal("0.0"));
    }

    @Test
    void theMeanIsExactForMoreTimeThanALongHolds() {
        BigDecimal sum = BigDecimal.valueOf(micros("P365D")).multiply(BigDecimal.valueOf(5_000_000));
        assertThat(DaysToClose.mean(5_000_000, sum)).isEqualTo(new BigDecimal("365.0"));
    }

    @Test
    void whereNobodyIsClosedThereAreNoDays() {
        assertThat(DaysToClose.mean(0, null)).isNull();
        assertThat(DaysToClose.quantile(Quantile.P90, 0, null, null)).isNull();
    }

    private static long micros(String duration) {
        return Duration.parse(duration).toNanos() / 1000;
    }
}
