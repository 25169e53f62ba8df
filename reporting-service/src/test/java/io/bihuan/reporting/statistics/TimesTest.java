package io.bihuan.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final int MEDIAN = 5;
    private static final int P90 = 9;

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        assertThat(times(30, 90).quantile(MEDIAN)).isEqualTo(new BigDecimal("6.0"));
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(times(90, 10, 30).quantile(MEDIAN)).isEqualTo(new BigDecimal("3.0"));
    }

    @Test
    void theNinetiethPercentileOfElevenIsTheTenth() {
        assertThat(times(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 990).quantile(P90))
                .isEqualTo(new BigDecimal("10.0"));
    }

    @Test
    void theNinetiethPercentileOfTenLiesATenthAboveTheNinth() {
        assertThat(times(10, 20, 30, 40, 50, 60, 70, 80, 90, 100).quantile(P90)).isEqualTo(new BigDecimal("9.1"));
    }

    @Test
    void ofASingleOneEveryQuantileIsItself() {
        assertThat(times(15).quantile(MEDIAN)).isEqualTo(new BigDecimal("1.5"));
        assertThat(times(15).quantile(P90)).isEqualTo(new BigDecimal("1.5"));
    }

    @Test
    void aTwentiethOfADayRoundsUpAndAMicrosecondLessDown() {
        Duration twentieth = Duration.parse("PT1H12M");

        assertThat(Times.tenths(twentieth)).isOne();
        assertThat(Times.tenths(twentieth.minusNanos(1_000))).isZero();
    }

    @Test
    void whereNobodyIsClosedThereAreNoDays() {
        assertThat(times().quantile(P90)).isNull();
    }

    @Test
    void whatIsAddedAndTakenAwayAgainLeavesNothing() {
        Times times = times(5, 5, 7);
        times.add(times(5, 5, 7), -1);

        assertThat(times.areNone()).isTrue();
        assertThat(times).isEqualTo(times());
    }

    @Test
    void whatIsWrittenIsRead() {
        Random random = new Random(20260501);
        for (int i = 0; i < 200; i++) {
            Times written = times();
            random.ints(random.nextInt(50), 0, Integer.MAX_VALUE)
                    .map(number -> number >> random.nextInt(31))
                    .forEach(tenths -> written.add(tenths, 1 + random.nextInt(100_000)));

            assertThat(Times.read(written.bytes())).isEqualTo(written);
        }
    }

    @Test
    void rowsJoinedByTheDatabaseAreReadAsTheirSum() {
        Random random = new Random(20261123);
        for (int rows : new int[] {1, 2, 30, 3_000}) {
            Times sum = times();
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (int row = 0; row < rows; row++) {
                Times each = times(random.ints(1 + random.nextInt(9), 0, 2_000).toArray());
                sum.add(each, 1);
                if (row > 0) {
                    joined.writeBytes(new byte[2]);
                }
                joined.writeBytes(each.bytes());
            }

            assertThat(Times.read(joined.toByteArray())).isEqualTo(sum);
        }
    }

    private static Times times(int... tenths) {
        Times times = Times.read(null);
        for (int each : tenths) {
            times.add(each, 1);
        }
        return times;
    }
}
