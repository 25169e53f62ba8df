package io.bihuan.hazard.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Supervision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private final Wording wording = new Wording(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "2026-05-10T16:00:00Z, 2026年5月10日24时",
        "2026-12-31T16:00:00Z, 2026年12月31日24时",
        "2026-05-10T09:00:00Z, 2026年5月10日17时",
        "2026-05-10T09:05:30Z, 2026年5月10日17时05分"
    })
    void aDeadlineAtTheEndOfADayIsTwentyFourOClockOfThatDay(String dueAt, String words) {
        assertThat(wording.deadline(new TextNode(dueAt))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"3200.00, 3200元", "0, 0元", "1E+3, 1000元", "12.50, 12.50元", "999999999999.99, 999999999999.99元"})
    void moneyIsInYuanWithFenWhereThereAreAny(BigDecimal funds, String words) {
        assertThat(wording.money(new DecimalNode(funds))).isEqualTo(words);
    }

    @Test
    void aDayIsThatOfTheZone() {
        assertThat(wording.day(Instant.parse("2026-05-02T16:00:00Z"))).isEqualTo("2026年5月3日");
    }

    @Test
    void whereThereIsNothingToSayADashStands() {
        for (JsonNode nothing : List.of(MissingNode.getInstance(), NullNode.getInstance())) {
            assertThat(Stream.of(
                            Wording.text(nothing),
                            wording.money(nothing),
                            wording.deadline(nothing),
                            wording.word("grade", nothing)))
                    .containsOnly("—");
        }
    }

    @Test
    void whatNoXmlCanHoldIsLeftOutOfAText() {
        assertThat(Wording.text(new TextNode("甲\u0001乙\uFFFE丙\uD800丁\r\n戊\t己😀")))
                .isEqualTo("甲乙丙丁\n戊\t己😀");
    }

    @Test
    void everyCodeHasAWord() {
        assertThat(Stream.of(Grade.values()))
                .allSatisfy(code -> assertThat(word("grade", code)).isNotEqualTo(code.name()));
        assertThat(Stream.of(Category.values()))
                .allSatisfy(code -> assertThat(word("category", code)).isNotEqualTo(code.name()));
        assertThat(Stream.of(Source.values()))
                .allSatisfy(code -> assertThat(word("source", code)).isNotEqualTo(code.name()));
        assertThat(Stream.of(Supervision.Level.values()))
                .allSatisfy(code -> assertThat(word("level", code)).isNotEqualTo(code.name()));
    }

    private String word(String kind, Enum<?> code) {
        return wording.word(kind, new TextNode(code.name()));
    }
}
