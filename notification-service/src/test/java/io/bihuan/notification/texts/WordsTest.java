package io.bihuan.notification.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.ladder.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aDeadlineOfADayIsToldAsThatDayAndOneWithinADayWithItsTime() {
        var endOfMay10 = new Deadline(Instant.parse("2026-05-10T16:00:00Z"), SHANGHAI);
        var within = new Deadline(Instant.parse("2026-05-10T06:30:00Z"), SHANGHAI);

        assertThat(Words.CHINESE.of(Subject.HAZARD, Map.of(Placeholder.DUE, endOfMay10)))
                .containsEntry(Placeholder.DUE, "2026年5月10日");
        assertThat(Words.CHINESE.of(Subject.HAZARD, Map.of(Placeholder.DUE, within)))
                .containsEntry(Placeholder.DUE, "2026年5月10日 14:30");
        assertThat(Words.ENGLISH.of(Subject.HAZARD, Map.of(Placeholder.DUE, endOfMay10)))
                .containsEntry(Placeholder.DUE, "10 May 2026");
        assertThat(Words.ENGLISH.of(Subject.HAZARD, Map.of(Placeholder.DUE, within)))
                .containsEntry(Placeholder.DUE, "10 May 2026, 14:30");
        assertThat(Words.ENGLISH.of(Subject.DUTY, Map.of(Placeholder.DUE, LocalDate.of(2026, 9, 30))))
                .containsEntry(Placeholder.DUE, "30 September 2026");
    }

    @Test
    void gradesHaveTheirNames() {
        assertThat(Grade.values()).extracting(Words.CHINESE::of).containsExactly("重大", "较大", "一般", "低");
        assertThat(Grade.values())
                .extracting(Words.ENGLISH::of)
                .containsExactly("major", "serious", "general", "minor");
    }

    @Test
    void whatMustBeKnownAndIsNotIsNeverLeftBlank() {
        assertThat(Words.CHINESE.of(Subject.HAZARD, Map.of()))
                .containsEntry(Placeholder.UNIT, "责任单位")
                .containsEntry(Placeholder.NUMBER, "—")
                .containsEntry(Placeholder.OVERDUE_DAYS, 0)
                .doesNotContainKeys(Placeholder.ABOUT, Placeholder.SITE, Placeholder.COUNT);
        assertThat(Words.ENGLISH.of(Subject.HAZARD, Map.of(Placeholder.UNIT, " \n")))
                .containsEntry(Placeholder.UNIT, "the responsible unit");
    }

    @Test
    void aValueIsOneLineWithoutASignatureOrAnythingUnseen() {
        assertThat(said(" 一\r\n二\t\u0007三\u2028四\u202E五\u0000六\ud800七\uFEFF\u3000八 "))
                .isEqualTo("一 二 三 四 五 六 七 八");
        assertThat(said("【别人】请点击")).isEqualTo("（别人）请点击");
        assertThat(said("{number}{#if x}")).isEqualTo("{number}{#if x}");
    }

    @Test
    void aLongValueIsCutBetweenCharacters() {
        assertThat(said("锈".repeat(40))).isEqualTo("锈".repeat(40));
        assertThat(said("锈".repeat(41))).isEqualTo("锈".repeat(39) + "…");
        // Each takes two UTF-16 units: the cut would fall into the twentieth.
        assertThat(said("𠮷".repeat(30))).isEqualTo("𠮷".repeat(19) + "…");
        assertThat(said("一" + "𠮷".repeat(30))).isEqualTo("一" + "𠮷".repeat(19) + "…");
    }

    @Test
    void aDigestTellsAsManyWholeLinesAsThereIsRoomFor() {
        var lines = Collections.nCopies(20, "隐".repeat(99));

        var said = String.valueOf(Words.CHINESE
                .of(Subject.DIGEST, Map.of(Placeholder.LINES, lines))
                .get(Placeholder.LINES));

        assertThat(said).hasSizeLessThanOrEqualTo(600).endsWith("隐…");
        assertThat(said.split("；")).hasSize(6);
        assertThat(Words.ENGLISH.of(Subject.DIGEST, Map.of(Placeholder.LINES, List.of("a\nb", "c"))))
                .containsEntry(Placeholder.LINES, "a b; c");
    }

    private static @Nullable Object said(String about) {
        return Words.CHINESE
                .of(Subject.HAZARD, Map.of(Placeholder.ABOUT, about))
                .get(Placeholder.ABOUT);
    }
}
