package io.bihuan.notification.intake;

import static io.bihuan.notification.fixtures.Lookup.items;
import static io.bihuan.notification.fixtures.Lookup.messages;
import static io.bihuan.notification.fixtures.Lookup.reminders;
import static io.bihuan.notification.fixtures.Shipped.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class HazardEventsTest {

    private static final Instant MAY_3 = Instant.parse("2026-05-03T02:00:00Z");
    private static final Instant MAY_8 = Instant.parse("2026-05-08T02:00:00Z");
    private static final String END_OF_MAY_10 = "2026-05-10T16:00:00Z";
    private static final String END_OF_MAY_18 = "2026-05-18T16:00:00Z";
    private static final Map<String, String> ALL_PENDING = steps("PENDING");
    private static final Map<String, String> ALL_CANCELLED = steps("CANCELLED");

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @Inject
    DataSource database;

    @BeforeEach
    void itIsMay3AndAllIsWell() {
        time.set("2026-05-03T02:00:00Z");
        inbox.behavesWell();
    }

    @Test
    void thePersonResponsibleIsRemindedTheDayBeforeAndOnTheDayAfter() {
        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3);
        awaitReminders(hazard, ALL_PENDING);

        time.set("2026-05-09T00:30:00Z");
        await().untilAsserted(() -> assertThat(inbox.messagesTo(hazard.phone())).hasSize(1));
        assertThat(inbox.messagesTo(hazard.phone()).get(0))
                .containsEntry("text", "【闭环】城东区某餐馆：隐患 " + hazard.number() + "（后厨未安装可燃气体报警器）须于 2026年5月10日 前整改完毕，请抓紧。");
        awaitReminders(hazard, steps("PENDING", "THREE_DAYS_BEFORE", "SUPERSEDED", "DAY_BEFORE", "SENT"));

        time.set("2026-05-11T00:30:00Z");
        await().untilAsserted(() -> assertThat(inbox.messagesTo(hazard.phone())).hasSize(2));
        assertThat(inbox.messagesTo(hazard.phone()).get(1))
                .containsEntry(
                        "text",
                        "【闭环】督促提醒：城东区某餐馆的隐患 " + hazard.number() + "（后厨未安装可燃气体报警器）已于 2026年5月10日 到期，已逾期 1 天，请立即整改并反馈。");
        await().untilAsserted(() -> assertThat(messages(hazard.id()))
                .extracting(message -> message.get("state"))
                .containsExactlyInAnyOrder("ACCEPTED", "ACCEPTED", "FAILED"));
    }

    @Test
    void aDeadlineAlreadyNearIsRemindedOfAtOnce() {
        time.set("2026-05-09T08:00:00Z");
        var now = Instant.parse("2026-05-09T08:00:00Z");

        var hazard = new Hazard(kafka).found(now).assigned(END_OF_MAY_10, now);

        await().untilAsserted(() -> assertThat(inbox.messagesTo(hazard.phone())).hasSize(1));
        awaitReminders(hazard, steps("PENDING", "THREE_DAYS_BEFORE", "SUPERSEDED", "DAY_BEFORE", "SENT"));
    }

    @Test
    void rectifyingCancelsWhatIsPendingAndReturningPlansAnew() {
        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3);
        awaitReminders(hazard, ALL_PENDING);

        hazard.rectified(MAY_8);
        awaitReminders(hazard, ALL_CANCELLED);

        hazard.returned(END_OF_MAY_18, MAY_8);
        awaitReminders(hazard, ALL_PENDING);

        hazard.rectified(MAY_8).closed(MAY_8);
        awaitReminders(hazard, ALL_CANCELLED);
    }

    @Test
    void aHazardReturnedWithItsOldDeadlineIsRemindedOfThatDeadlineAgain() {
        var hazard = new Hazard(kafka)
                .found(MAY_3)
                .assigned(END_OF_MAY_10, MAY_3)
                .rectified(MAY_3)
                .returned(END_OF_MAY_10, MAY_3);

        awaitReminders(hazard, ALL_PENDING);
    }

    @Test
    void everyStepThatIsAssignedWithADeadlineRePlansAndEveryOtherCancels() {
        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3);

        hazard.other("hazard.extended", MAY_3, event -> event.put("dueAt", END_OF_MAY_18));
        awaitReminders(hazard, ALL_PENDING);
        await().untilAsserted(() -> assertThat(items("reminders", hazard.id()))
                .extracting(reminder -> reminder.get("dueAt") + " " + reminder.get("state"))
                .containsOnly(END_OF_MAY_10 + " CANCELLED", END_OF_MAY_18 + " PENDING"));

        hazard.other("hazard.merged", MAY_3, event -> event.put("status", "MERGED"));
        awaitReminders(hazard, ALL_CANCELLED);
    }

    @Test
    void aTransferCallsBackWhatTheFormerPersonWasNotToldYetAndTellsTheNewOne() {
        var now = Instant.parse("2026-05-09T02:00:00Z");
        // Between two attempts, since the time of the second never comes.
        time.stand(now);
        inbox.failsAlwaysWith(503);
        var hazard = new Hazard(kafka).found(now).assigned(END_OF_MAY_10, now);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(messages(hazard.id())).singleElement().satisfies(message -> assertThat(message)
                                .containsEntry("state", "QUEUED")
                                .containsEntry("failure", "the gateway answered 503")));
        var successor = "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);

        hazard.other("hazard.transferred", now, event -> {
            event.withObject("/unit").put("name", "接手的单位");
            event.withObject("/responsible").put("name", "接手的人").put("phone", successor);
        });
        awaitVersion(hazard, 3);
        inbox.behavesWell();
        time.set("2026-05-09T02:05:00Z");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> inbox.messagesTo(successor).size() == 1);
        assertThat(inbox.messagesTo(hazard.phone())).isEmpty();
        awaitReminders(hazard, steps("PENDING", "THREE_DAYS_BEFORE", "SUPERSEDED", "DAY_BEFORE", "SENT"));
    }

    @Test
    void aHazardRegradedToMajorAtNightIsToldOfAtOnce() {
        time.set("2026-05-09T14:30:00Z");
        var night = Instant.parse("2026-05-09T14:30:00Z");
        var hazard = new Hazard(kafka).found(night).assigned(END_OF_MAY_10, night);
        awaitReminders(hazard, ALL_PENDING);

        hazard.graded("MAJOR").other("hazard.regraded", night, event -> event.put("dueAt", END_OF_MAY_10));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> inbox.messagesTo(hazard.phone()).size() == 1);
        assertThat(items("reminders", hazard.id()))
                .hasSize(ALL_PENDING.size())
                .allSatisfy(reminder -> assertThat(reminder).containsEntry("round", 1));
    }

    @Test
    void aReopenedHazardClimbsItsLadderAgainInTheNextRound() {
        var hazard = new Hazard(kafka)
                .found(MAY_3)
                .assigned(END_OF_MAY_10, MAY_3)
                .rectified(MAY_3)
                .closed(MAY_3);

        hazard.other("hazard.reopened", MAY_3, event -> event.put("round", 2).put("dueAt", END_OF_MAY_10));

        awaitReminders(hazard, ALL_PENDING);
        assertThat(items("reminders", hazard.id()))
                .extracting(reminder -> reminder.get("round") + " " + reminder.get("state"))
                .containsOnly("1 CANCELLED", "2 PENDING");
    }

    @Test
    void aRepeatedAndALateEventChangeNothing() {
        var hazard =
                new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3).rectified(MAY_8);
        hazard.again("hazard.assigned", 2, MAY_3).again("hazard.rectified", 3, MAY_8);

        // The next event of the same hazard is read after the repeated ones.
        hazard.other("hazard.supervised", MAY_8, event -> event.put("status", "RECTIFIED")
                .put("number", "after the repeated ones"));

        awaitVersion(hazard, 4);
        assertThat(reminders(hazard.id())).isEqualTo(ALL_CANCELLED);
        assertThat(messages(hazard.id())).isEmpty();
    }

    @Test
    void afterAGapTheHazardStandsAsItsNewestEventSays() {
        var hazard = new Hazard(kafka).found(MAY_3).lost().lost().returned(END_OF_MAY_18, MAY_3);
        awaitReminders(hazard, ALL_PENDING);

        hazard.again("hazard.rectified", 3, MAY_3).other("hazard.supervised", MAY_3, event -> {});

        awaitVersion(hazard, 5);
        assertThat(reminders(hazard.id())).isEqualTo(ALL_PENDING);
    }

    @Test
    void aTypeOfEventThatIsNotKnownChangesNothingButTheVersion() {
        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3);

        hazard.other("hazard.photographed", MAY_3, event -> event.put("description", "后厨照片三张"));

        awaitVersion(hazard, 3);
        assertThat(reminders(hazard.id())).isEqualTo(ALL_PENDING);
        time.set("2026-05-09T00:30:00Z");
        await().untilAsserted(() -> assertThat(inbox.messagesTo(hazard.phone()))
                .singleElement()
                .extracting(message -> message.get("text"), STRING)
                .contains("后厨未安装可燃气体报警器"));
    }

    @Test
    void anOldLedgerSendsNothingForWhatLiesInThePast() {
        time.set("2026-06-01T00:00:00Z");
        var imported = Instant.parse("2026-06-01T00:00:00Z");

        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3, imported);

        awaitReminders(hazard, steps("SUPERSEDED"));
        assertThat(messages(hazard.id())).isEmpty();
    }

    @Test
    void withoutAPhoneTheMessageFailsVisibly() {
        var hazard = new Hazard(kafka).found(MAY_3).assignedToNobodyWithAPhone(END_OF_MAY_10, MAY_3);
        awaitReminders(hazard, ALL_PENDING);

        time.set("2026-05-09T00:30:00Z");

        await().untilAsserted(
                        () -> assertThat(messages(hazard.id())).singleElement().satisfies(message -> assertThat(message)
                                .containsEntry("state", "FAILED")
                                .containsEntry("failure", "no phone on file for RESPONSIBLE of 城东区某餐馆")
                                .containsEntry("to", null)));
    }

    @Test
    void aBrokenRecordGoesToTheDeadLettersAndTheNextIsApplied() {
        var unreadable = new Hazard(kafka);
        kafka.publish(unreadable.id(), "hazard.found", Kafka.bytes("{\"hazardId\": "));
        var incomplete = new Hazard(kafka).step("hazard.found", MAY_3, MAY_3, event -> event.remove("recordedAt"));
        var unlawful = new Hazard(kafka).step("hazard.found", MAY_3, MAY_3, event -> event.put("status", "LOST"));
        var unkeepable =
                new Hazard(kafka).step("hazard.found", MAY_3, MAY_3, event -> event.put("description", "a\u0000b"));
        var empty = new Hazard(kafka);
        kafka.publish(empty.id(), "hazard.found", null);
        var good = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3);

        awaitReminders(good, ALL_PENDING);
        awaitDeadLetter(unreadable, "BAD_JSON");
        awaitDeadLetter(incomplete, "MISSING_FIELD");
        awaitDeadLetter(unlawful, "CONTRACT_VIOLATED");
        awaitDeadLetter(unkeepable, "CANNOT_BE_APPLIED");
        awaitDeadLetter(empty, "BAD_JSON");
        var letter = kafka.deadLetter(incomplete.id()).orElseThrow();
        assertThat(header(letter, "dead-letter-detail")).isEqualTo("recordedAt");
        assertThat(header(letter, "dead-letter-topic")).isEqualTo("hazard.events");
        assertThat(header(letter, "dead-letter-partition")).matches("[0-5]");
        assertThat(header(letter, "dead-letter-offset")).matches("\\d+");
        assertThat(header(letter, "ce_type")).isEqualTo("hazard.found");
        assertThat(letter.value())
                .isEqualTo(Hazard.write(
                        incomplete.event("hazard.found", 1, MAY_3, MAY_3, event -> event.remove("recordedAt"))));
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedForAndNothingIsSkipped() throws Exception {
        execute("alter table watched_hazard rename to watched_hazard_away");
        var hazard = new Hazard(kafka).found(MAY_3);
        try {
            hazard.assigned(END_OF_MAY_10, MAY_3);
            await().during(Duration.ofSeconds(1))
                    .until(() -> kafka.deadLetter(hazard.id()).isEmpty());
        } finally {
            execute("alter table watched_hazard_away rename to watched_hazard");
        }

        awaitReminders(hazard, ALL_PENDING);
        assertThat(kafka.deadLetter(hazard.id())).isEmpty();
    }

    private static void awaitReminders(Hazard hazard, Map<String, String> states) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(reminders(hazard.id())).isEqualTo(states));
    }

    private void awaitVersion(Hazard hazard, int version) {
        await().atMost(Duration.ofSeconds(30)).until(() -> versionOf(hazard) == version);
    }

    private int versionOf(Hazard hazard) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select version from watched_hazard where hazard_id = ?")) {
            select.setObject(1, hazard.id());
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitDeadLetter(Hazard hazard, String reason) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        kafka.deadLetter(hazard.id()).map(letter -> header(letter, "dead-letter-reason")))
                .contains(reason));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = Objects.requireNonNull(letter.headers().lastHeader(name), name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
