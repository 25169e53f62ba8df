package io.bihuan.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void chineseTextHas70CharactersInOneSmsAnd67InEachOfSeveral() {
        assertThat(Segments.of("隐".repeat(70))).isEqualTo(1);
        assertThat(Segments.of("隐".repeat(71))).isEqualTo(2);
        assertThat(Segments.of("隐".repeat(134))).isEqualTo(2);
        assertThat(Segments.of("隐".repeat(135))).isEqualTo(3);
    }

    @Test
    void plainTextHas160CharactersInOneSmsAnd153InEachOfSeveral() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.of("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.of("a".repeat(306))).isEqualTo(2);
        assertThat(Segments.of("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void bracketsAndTheEuroCountTwice() {
        assertThat(Segments.of("€".repeat(80))).isEqualTo(1);
        assertThat(Segments.of("€".repeat(81))).isEqualTo(2);
    }
}
