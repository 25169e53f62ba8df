package io.bihuan.notification.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.ladder.Grade;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnRealParts
class TextsTest {

    private static final Map<Placeholder, ?> FACTS = Map.of(
            Placeholder.NUMBER, "630102-2026-000017",
            Placeholder.UNIT, "某燃气公司",
            Placeholder.ABOUT, "管道锈蚀",
            Placeholder.DISTRICT, "城东区",
            Placeholder.GRADE, Grade.SERIOUS,
            Placeholder.DUE, new Deadline(Instant.parse("2026-05-10T16:00:00Z"), ZoneId.of("Asia/Shanghai")),
            Placeholder.OVERDUE_DAYS, 3,
            Placeholder.DOCUMENT, "约谈通知书");

    @Inject
    Texts texts;

    @Inject
    Templates templates;

    @Test
    void everyStepSaysWhatItIsInBothLanguages() {
        assertThat(texts.of("dayBefore", Locale.CHINESE, FACTS))
                .isEqualTo("【闭环】某燃气公司：隐患 630102-2026-000017（管道锈蚀）须于 2026年5月10日 前整改完毕，请抓紧。");
        assertThat(texts.of("remind", Locale.CHINESE, FACTS))
                .isEqualTo("【闭环】督促提醒：某燃气公司的隐患 630102-2026-000017（管道锈蚀）已于 2026年5月10日 到期，已逾期 3 天，请立即整改并反馈。");
        assertThat(texts.of("interview", Locale.CHINESE, FACTS))
                .isEqualTo("【闭环】约谈：某燃气公司的较大隐患 630102-2026-000017（管道锈蚀）已于 2026年5月10日 到期，逾期 3 天未整改，请约谈责任单位并下达约谈通知书。");
        assertThat(texts.of("listed", Locale.ENGLISH, FACTS))
                .isEqualTo("【闭环】Listed for supervision: serious hazard 630102-2026-000017 (管道锈蚀) of 某燃气公司, 城东区,"
                        + " was due on 10 May 2026 and is 3 day(s) overdue. Please list it and issue 约谈通知书.");
        assertThat(texts.line(Locale.CHINESE, FACTS)).isEqualTo("630102-2026-000017（管道锈蚀）2026年5月10日 到期，逾期 3 天");
    }

    @Test
    void whatComesWithTheProductPassesItsOwnChecks() throws Exception {
        for (var edition : Shipped.editions().values()) {
            var subject = Subject.of(edition.name());
            assertThat(edition.en()).as(edition.name()).isNotNull();
            Template.of(edition.zh(), subject);
            Template.of(String.valueOf(edition.en()), subject);
        }
    }

    @Test
    void everyMessageHasOneSignatureAndKeepsItsDeadlineHoweverLongTheRestIs() {
        for (var edition : Shipped.editions().values()) {
            for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                var facts = new EnumMap<Placeholder, Object>(Placeholder.class);
                for (var placeholder : Placeholder.values()) {
                    facts.put(placeholder, "【假】\n𠮷".repeat(1000));
                }
                facts.put(Placeholder.DUE, FACTS.get(Placeholder.DUE));

                var text = texts.of(edition.name(), language, facts);

                assertThat(text)
                        .startsWith("【闭环】")
                        .hasSizeLessThanOrEqualTo(1000)
                        .doesNotContain("\n");
                assertThat(text.substring(1)).doesNotContain("【");
                assertThat(text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE))
                        .isTrue();
                if (Subject.of(edition.name()) != Subject.DIGEST) {
                    assertThat(text).contains(language == Locale.CHINESE ? "2026年5月10日" : "10 May 2026");
                }
            }
        }
    }

    @Test
    void anOfficesOwnTextCountsFromTheNextBatchOn() throws Exception {
        var name = ownName();
        templates.replace(name, "你好 {number}", null, Set.of(), "办公室");
        assertThat(texts.of(name, Locale.ENGLISH, FACTS)).isEqualTo("【闭环】你好 630102-2026-000017");

        var batch = new ArrayList<String>();
        QuarkusTransaction.requiringNew().run(() -> {
            batch.add(texts.of(name, Locale.CHINESE, FACTS));
            anotherReplicaSaves(name);
            batch.add(texts.of(name, Locale.CHINESE, FACTS));
        });

        assertThat(batch).containsOnly("【闭环】你好 630102-2026-000017");
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(texts.of(name, Locale.CHINESE, FACTS)).isEqualTo("【闭环】再见 630102-2026-000017"));
        assertThat(templates.editions(name))
                .extracting(Edition::version, Edition::zh, Edition::recordedBy)
                .containsExactly(tuple(2, "再见 {number}", "另一人"), tuple(1, "你好 {number}", "办公室"));
    }

    private void anotherReplicaSaves(String name) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                templates.replace(name, "再见 {number}", null, Set.of(), "另一人");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String ownName() {
        return "own" + UUID.randomUUID().toString().substring(0, 8);
    }
}
