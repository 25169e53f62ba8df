package io.bihuan.notification.delivery;

import static io.bihuan.notification.fixtures.Lookup.messages;
import static io.bihuan.notification.fixtures.Lookup.reminders;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.bihuan.notification.ladder.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class CourierTest {

    private static final Instant EVE = Instant.parse("2026-05-09T08:00:00Z");
    private static final String END_OF_MAY_10 = "2026-05-10T16:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @Inject
    Notices notices;

    @Inject
    Lines lines;

    @Inject
    DataSource database;

    @Inject
    Leases leases;

    @BeforeEach
    void itIsTheDayBefore() {
        time.set(EVE.toString());
    }

    @AfterEach
    void theGatewayBehavesAgain() {
        inbox.behavesWell();
    }

    @Test
    void aGatewayThatFailsEverySecondTimeGetsEveryMessageOnceInTheEnd() {
        inbox.failsEverySecondTime();

        everyMessageArrivesOnce(remindedOf(10));
    }

    @Test
    void aGatewayThatIsSlowGetsEveryMessageOnce() {
        inbox.answersAfter(Duration.ofSeconds(1));

        everyMessageArrivesOnce(remindedOf(10));
    }

    @Test
    void aGatewayThatDropsItsAnswersIsAskedAgainWithTheSameId() {
        inbox.dropsItsAnswers();
        var hazards = remindedOf(5);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hazards)
                .allSatisfy(hazard -> assertThat(onlyMessage(hazard)).containsEntry("state", "UNKNOWN")));

        inbox.behavesWell();

        everyMessageArrivesOnce(hazards);
    }

    @Test
    void aRefusedMessageHasFailedWithTheReason() {
        inbox.failsAlwaysWith(422);

        var hazard = remindedOf(1).get(0);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(onlyMessage(hazard))
                .containsEntry("state", "FAILED")
                .containsEntry("failure", "the gateway answered 422")
                .containsEntry("attempts", 1));
    }

    @Test
    void aMessageThatWaitsForTheGatewayIsCalledBackWhenTheHazardIsRectified() {
        inbox.failsAlwaysWith(503);
        var hazard = remindedOf(1).get(0);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(onlyMessage(hazard))
                .containsEntry("state", "QUEUED")
                .containsEntry("failure", "the gateway answered 503"));

        hazard.rectified(EVE);
        // Called back between two attempts it is cancelled at once, during one when that has failed.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(onlyMessage(hazard)).containsEntry("state", "CANCELLED"));

        inbox.behavesWell();
        time.pass(Duration.ofMinutes(10));
        remindedOf(1).forEach(other -> await().atMost(PATIENCE)
                .until(() -> inbox.messagesTo(other.phone()).size() == 1));
        assertThat(inbox.messagesTo(hazard.phone())).isEmpty();
        assertThat(reminders(hazard.id())).containsEntry("REMIND", "CANCELLED");
    }

    @Test
    void aMessageIsClaimedByOneOnly() throws Exception {
        inbox.answersAfter(Duration.ofSeconds(2));
        var reminders = queue(400);

        List<Callable<List<Parcel>>> claimers = Stream.<Callable<List<Parcel>>>generate(
                        () -> () -> leases.claim(lines.iterator().next(), true, 100))
                .limit(12)
                .toList();
        var threads = Executors.newFixedThreadPool(claimers.size());
        try {
            var claimed = threads.invokeAll(claimers).stream()
                    .flatMap(claim -> join(claim).stream())
                    .map(Parcel::id)
                    .toList();
            assertThat(claimed).doesNotHaveDuplicates().isNotEmpty();
        } finally {
            threads.shutdownNow();
        }

        // The claimers are as good as dead: when their leases end, the service itself carries what they had.
        inbox.behavesWell();
        time.pass(Leases.LEASE.plusSeconds(1));
        var phones = reminders.stream().map(CourierTest::phoneOf).toList();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        phones.stream().filter(phone -> inbox.messagesTo(phone).size() != 1))
                .isEmpty());
    }

    private List<Hazard> remindedOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Hazard(kafka).found(EVE).assigned(END_OF_MAY_10, EVE))
                .toList();
    }

    private void everyMessageArrivesOnce(List<Hazard> hazards) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hazards)
                .allSatisfy(hazard -> assertThat(onlyMessage(hazard)).containsEntry("state", "ACCEPTED")));
        assertThat(hazards).allSatisfy(hazard -> assertThat(inbox.messagesTo(hazard.phone()))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .containsEntry("messageId", onlyMessage(hazard).get("id"))
                        .containsEntry("gatewayId", onlyMessage(hazard).get("gatewayId"))));
    }

    private static Map<String, Object> onlyMessage(Hazard hazard) {
        var all = messages(hazard.id());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<UUID> queue(int count) {
        var reminders = Stream.generate(UUID::randomUUID).limit(count).toList();
        QuarkusTransaction.requiringNew().call(() -> {
            notices.add(reminders.stream().map(CourierTest::notice).toList());
            return true;
        });
        await().atMost(PATIENCE).until(() -> notices.gather(time.instant()) == 0 && waiting(reminders) == 0);
        assertThat(reminders.stream().map(CourierTest::phoneOf).collect(toSet()))
                .hasSize(count);
        return reminders;
    }

    private int waiting(List<UUID> reminders) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from notice where message_id is null and cause = any (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", reminders.toArray()));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Notice notice(UUID reminder) {
        return new Notice(
                reminder,
                null,
                "remind",
                Role.RESPONSIBLE,
                "城东区某餐馆",
                null,
                phoneOf(reminder),
                Locale.CHINESE,
                "【闭环】请抓紧",
                "请抓紧",
                1,
                false,
                null);
    }

    private static String phoneOf(UUID reminder) {
        return "+861" + Math.floorMod(reminder.getMostSignificantBits(), 100_000_000_000L);
    }

    private static <T> T join(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
