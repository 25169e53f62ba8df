package io.bihuan.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.statistics.Attendance;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AchievementTest {

    private static final BigDecimal ALL = BigDecimal.ONE;

    @Test
    void aTargetIsJudgedBeforeRounding() {
        Achievement oneMissed = new Achievement(20_000, 19_999, 0, 20_000, 19_999, Attendance.NONE);
        assertThat(oneMissed.coverageRate()).isEqualTo(new BigDecimal("1.0000"));
        assertThat(oneMissed.coverageMet(ALL)).isFalse();
        assertThat(oneMissed.closureMet(ALL)).isFalse();
        assertThat(oneMissed.closureMet(new BigDecimal("0.99995"))).isTrue();
        assertThat(oneMissed.closureMet(new BigDecimal("0.99996"))).isFalse();
    }

    @Test
    void whereThereIsNothingToDivideATargetIsNeitherMetNorMissed() {
        assertThat(Achievement.NONE.coverageRate()).isNull();
        assertThat(Achievement.NONE.coverageMet(BigDecimal.ZERO)).isNull();
        assertThat(Achievement.NONE.closureRate()).isNull();
        assertThat(Achievement.NONE.closureMet(ALL)).isNull();
    }
}
