package io.bihuan.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.bihuan.notification.ladder.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is written to fifty times. */
@OnRealParts
class NoticesTest {

    private static final Instant NOON = Instant.parse("2026-05-09T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Notices notices;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    private final String phone = "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);

    @BeforeEach
    void itIsNoonAndTimeStandsStill() {
        inbox.behavesWell();
        time.stand(NOON);
    }

    @AfterEach
    void timeFlowsAgain() {
        inbox.behavesWell();
        time.set("2026-05-03T02:00:00Z");
    }

    @Test
    void threeForOnePersonAreReadOneByOne() {
        add(3, false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(3));
        assertThat(messages("ACCEPTED"))
                .allSatisfy(message -> assertThat(message).containsEntry("template", "remind"));
    }

    @Test
    void moreThanThreeForOnePersonBecomeOneDigestThatNamesThem() {
        add(7, false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(1));
        var digest = messages("ACCEPTED").get(0);
        assertThat(digest).containsEntry("template", "digest").containsEntry("hazardId", null);
        assertThat((List<?>) digest.get("hazardIds")).hasSize(7);
        assertThat(digest.get("text")).asInstanceOf(STRING).startsWith("【闭环】").contains("7 项", "第1项", "第5项");
        assertThat(inbox.messagesTo(phone)).hasSize(1);
    }

    @Test
    void whoeverWasJustWrittenToHearsTheRestTogetherALittleLater() {
        add(1, false);
        await().atMost(PATIENCE).until(() -> messages("ACCEPTED").size() == 1);

        IntStream.range(0, 5).forEach(i -> add(1, false));
        time.stand(NOON.plusSeconds(29));
        // Somebody else's notice, added after those, is gathered after those.
        var other = "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
        add(other, 1, false);
        await().atMost(PATIENCE).until(() -> inbox.messagesTo(other).size() == 1);
        assertThat(messages(null)).hasSize(1);

        time.stand(NOON.plusSeconds(31));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(2));
        assertThat((List<?>) messages("ACCEPTED").get(0).get("hazardIds")).hasSize(5);
    }

    @Test
    void theSameWordsToTheSamePhoneAreSentOnceADay() {
        var twin = notice(phone, 1, false);
        add(List.of(twin));
        await().atMost(PATIENCE).until(() -> messages("ACCEPTED").size() == 1);

        time.stand(NOON.plus(Duration.ofHours(2)));
        var again = again(twin);
        add(List.of(again));
        await().atMost(PATIENCE).until(() -> gathered(again));
        assertThat(messages(null)).hasSize(1);

        time.stand(NOON.plus(Duration.ofHours(21)));
        add(List.of(again(twin)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(2));
    }

    @Test
    void aDigestOfWhichOneIsCalledBackIsMadeAnewOfTheOthers() {
        inbox.failsAlwaysWith(503);
        var all = IntStream.range(0, 6).mapToObj(i -> notice(phone, i, false)).toList();
        add(all);
        await().atMost(PATIENCE).until(this::wasTriedInVain);

        var stayed = withdraw(all.get(0));

        assertThat(stayed)
                .as("nobody was handing it over")
                .containsExactly(all.get(0).cause());
        inbox.behavesWell();
        time.stand(NOON.plus(Duration.ofMinutes(5)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(1));
        assertThat((List<?>) messages("ACCEPTED").get(0).get("hazardIds"))
                .hasSize(5)
                .noneMatch(hazard -> hazard.equals("" + all.get(0).hazardId()));
        assertThat(messages("CANCELLED")).hasSize(1);
        assertThat(inbox.messagesTo(phone)).hasSize(1);
    }

    @Test
    void whatIsCalledBackBeforeItWasGatheredIsNeverSaid() {
        add(1, false);
        await().atMost(PATIENCE).until(() -> messages("ACCEPTED").size() == 1);
        var waiting = notice(phone, 9, false);
        add(List.of(waiting));

        assertThat(withdraw(waiting)).containsExactly(waiting.cause());

        time.stand(NOON.plusSeconds(60));
        add(1, false);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(2));
        assertThat(messages(null)).noneMatch(message -> ("" + message.get("text")).contains("第9项"));
    }

    @Test
    void atNightOnlyWhatIsUrgentIsSaid() {
        time.stand(Instant.parse("2026-05-09T15:00:00Z"));
        add(List.of(notice(phone, 1, false), notice(phone, 2, true)));

        await().atMost(PATIENCE).until(() -> messages("ACCEPTED").size() == 1);
        assertThat(messages(null)).singleElement().satisfies(message -> assertThat(message.get("text"))
                .asInstanceOf(STRING)
                .contains("第2项"));

        time.stand(Instant.parse("2026-05-09T23:00:00Z"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages("ACCEPTED")).hasSize(2));
    }

    @Test
    void anUnansweredMessageThatIsNotUrgentIsNotTriedAgainAtNight() {
        inbox.failsAlwaysWith(503);
        time.stand(Instant.parse("2026-05-09T13:59:00Z"));
        add(1, false);
        await().atMost(PATIENCE).until(this::wasTriedInVain);
        inbox.behavesWell();

        time.stand(Instant.parse("2026-05-09T14:10:00Z"));
        var urgent = "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
        add(List.of(notice(urgent, 1, true)));
        await().atMost(PATIENCE).until(() -> inbox.messagesTo(urgent).size() == 1);
        assertThat(inbox.messagesTo(phone)).isEmpty();

        time.stand(Instant.parse("2026-05-09T23:00:00Z"));
        await().atMost(PATIENCE).until(() -> inbox.messagesTo(phone).size() == 1);
    }

    private void add(int count, boolean urgent) {
        add(phone, count, urgent);
    }

    private void add(String to, int count, boolean urgent) {
        add(IntStream.rangeClosed(1, count).mapToObj(i -> notice(to, i, urgent)).toList());
    }

    private void add(List<Notice> added) {
        QuarkusTransaction.requiringNew().call(() -> {
            notices.add(added);
            return true;
        });
    }

    private Set<UUID> withdraw(Notice notice) {
        return QuarkusTransaction.requiringNew().call(() -> notices.withdraw(List.of(notice.cause())));
    }

    private boolean gathered(Notice notice) {
        return given().queryParam("hazardId", "" + notice.hazardId())
                        .get("/api/notifications/messages")
                        .jsonPath()
                        .getList("items")
                        .size()
                == 1;
    }

    /** Between two attempts: the time of the second never comes while time stands still. */
    private boolean wasTriedInVain() {
        return messages("QUEUED").stream()
                .anyMatch(message -> "the gateway answered 503".equals(message.get("failure")));
    }

    /** Newest first. */
    private List<Map<String, Object>> messages(@Nullable String state) {
        var request = given().queryParam("to", phone);
        if (state != null) {
            request.queryParam("state", state);
        }
        return request.get("/api/notifications/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static Notice again(Notice notice) {
        return new Notice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                notice.template(),
                notice.role(),
                notice.place(),
                notice.recipient(),
                notice.phone(),
                notice.language(),
                notice.text(),
                notice.line(),
                notice.priority(),
                notice.urgent(),
                notice.usefulUntil());
    }

    private static Notice notice(String phone, int number, boolean urgent) {
        var name = "第" + number + "项";
        var hazard = UUID.randomUUID();
        return new Notice(
                UUID.randomUUID(),
                hazard,
                "remind",
                Role.RESPONSIBLE,
                "某餐馆",
                "负责人",
                phone,
                Locale.CHINESE,
                "【闭环】" + name + " " + hazard + " 请立即整改",
                name,
                3,
                urgent,
                null);
    }
}
