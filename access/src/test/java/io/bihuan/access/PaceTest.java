package io.bihuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void whoeverCallsTooFastIsToldHowLongToWaitAndNobodyElseIs() {
        Pace pace = new Pace(3);
        for (int i = 0; i < 3; i++) {
            assertThat(pace.waitOfPerson("one")).isZero();
        }

        assertThat(pace.waitOfPerson("one")).isBetween(1L, 21L);
        assertThat(pace.waitOfPerson("another")).isZero();
    }

    @Test
    void whoeverGuessesTokensIsHeldUpSooner() {
        Pace pace = new Pace(6_000);
        int let = 0;
        while (pace.waitOfStranger("192.0.2.1") == 0) {
            let++;
        }

        assertThat(let).isBetween(60, 61);
        assertThat(pace.waitOfStranger("192.0.2.2")).isZero();
    }
}
