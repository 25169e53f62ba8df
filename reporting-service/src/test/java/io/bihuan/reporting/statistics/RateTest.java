package io.bihuan.reporting.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void aRateHasFourDecimalsRoundedHalfUp() {
        assertThat(Rate.of(2, 3)).isEqualTo(new BigDecimal("0.6667"));
        assertThat(Rate.of(1, 3)).isEqualTo(new BigDecimal("0.3333"));
        assertThat(Rate.of(1, 20_000)).isEqualTo(new BigDecimal("0.0001"));
        assertThat(Rate.of(7, 7)).isEqualTo(new BigDecimal("1.0000"));
    }

    @Test
    void nothingOfSomethingIsZero() {
        assertThat(Rate.of(0, 5)).isEqualTo(new BigDecimal("0.0000"));
    }

    @Test
    void whereThereIsNothingToDivideThereIsNoRate() {
        assertThat(Rate.of(0, 0)).isNull();
    }
}
