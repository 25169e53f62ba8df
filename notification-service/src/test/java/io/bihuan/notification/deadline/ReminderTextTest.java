package io.bihuan.notification.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Step;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnRealParts
class ReminderTextTest {

    @Inject
    ReminderText text;

    @Test
    void aDeadlineOfADayIsToldAsThatDay() {
        assertThat(text.of(due(Step.DAY_BEFORE, "2026-05-10T16:00:00Z", "管道锈蚀", "某餐馆")))
                .isEqualTo("【闭环】某燃气公司：隐患 630102-2026-000017（管道锈蚀）须于 2026年5月10日 前整改完毕，请抓紧。");
    }

    @Test
    void aDeadlineWithinADayIsToldWithItsTime() {
        assertThat(text.of(due(Step.REMIND, "2026-05-10T06:30:00Z", "管道锈蚀", "某餐馆")))
                .isEqualTo("【闭环】某燃气公司：隐患 630102-2026-000017（管道锈蚀）已于 2026年5月10日 14:30 到期，已逾期，请立即整改并反馈。");
    }

    @Test
    void withoutADescriptionTheSiteIsNamedAndWithoutEitherTheNumberMustDo() {
        assertThat(text.of(due(Step.DAY_BEFORE, "2026-05-10T16:00:00Z", null, "某餐馆")))
                .contains("000017（某餐馆）须于");
        assertThat(text.of(due(Step.DAY_BEFORE, "2026-05-10T16:00:00Z", null, null)))
                .contains("000017 须于");
    }

    @Test
    void aLongDescriptionIsCutBetweenCharactersAndKeptOnOneLine() {
        assertThat(text.of(due(Step.DAY_BEFORE, "2026-05-10T16:00:00Z", "一\n二\t " + "𠮷".repeat(60), null)))
                .contains("（一 二 " + "𠮷".repeat(35) + "…）");
    }

    private static Due due(Step step, String dueAt, @Nullable String description, @Nullable String siteName) {
        return new Due(
                new UUID(1, 1),
                new UUID(1, 2),
                step,
                Instant.parse(dueAt),
                Instant.parse(dueAt),
                null,
                "630102-2026-000017",
                Grade.SERIOUS,
                description,
                siteName,
                "某燃气公司",
                "安全负责人",
                "13900000000");
    }
}
