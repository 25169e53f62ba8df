package io.bihuan.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

    @Test
    void thePartsSayTheWholeTextAndFitTheirSms() {
        for (var character : new String[] {"隐", "a", "€", "🔥", "a€", "隐🔥"}) {
            for (int times = 0; times < 400; times++) {
                var text = character.repeat(times);
                var parts = Segments.parts(text);
                assertThat(String.join("", parts)).isEqualTo(text);
                assertThat(parts).hasSize(Segments.of(text));
                int room = Gsm7.fits(text) ? (parts.size() == 1 ? 160 : 153) : (parts.size() == 1 ? 140 : 134);
                assertThat(parts).allSatisfy(part -> assertThat(octets(part)).isLessThanOrEqualTo(room));
            }
        }
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Segments.parts("a".repeat(152) + "€" + "b".repeat(20)))
                .containsExactly("a".repeat(152), "€" + "b".repeat(20));
        assertThat(Segments.parts("隐".repeat(66) + "🔥" + "患".repeat(20)))
                .containsExactly("隐".repeat(66), "🔥" + "患".repeat(20));
    }

    @Test
    void whatIsNotCutInTwoIsCountedWhereItGoes() {
        // 306 codes, as many as two parts hold; but no part can hold an odd number of them.
        assertThat(Segments.of("€".repeat(153))).isEqualTo(3);
        assertThat(Segments.of("🔥".repeat(67))).isEqualTo(3);
    }

    @Test
    void theAlphabetIsThatOfTheStandard() {
        assertThat(Gsm7.encode("@Δ !Aaà")).containsExactly(0x00, 0x10, 0x20, 0x21, 0x41, 0x61, 0x7F);
        assertThat(Gsm7.encode("€[~")).containsExactly(0x1B, 0x65, 0x1B, 0x3C, 0x1B, 0x3D);
        assertThat(Gsm7.fits("`")).isFalse();
        assertThat(Gsm7.fits("\33")).isFalse();
        assertThat(Gsm7.fits("闭环")).isFalse();
    }

    private static int octets(String part) {
        return Gsm7.fits(part) ? Gsm7.encode(part).length : part.getBytes(StandardCharsets.UTF_16BE).length;
    }
}
