package io.bihuan.notification.rest.deadletter;

import static io.bihuan.notification.fixtures.Lookup.reminders;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.notification.deadletter.Arrival;
import io.bihuan.notification.deadletter.Arrival.Header;
import io.bihuan.notification.deadletter.DeadLetterOffice;
import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class DeadLettersApiTest {

    private static final String LETTERS = "/api/notifications/dead-letters";
    private static final Instant MAY_3 = Instant.parse("2026-05-03T02:00:00Z");
    private static final String END_OF_MAY_10 = "2026-05-10T16:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Kafka kafka;

    @Inject
    DeadLetterOffice office;

    @Inject
    SettableTime time;

    @Inject
    DataSource database;

    @BeforeEach
    void itIsMay3() {
        time.set(MAY_3.toString());
    }

    @Test
    void aRecordThatCouldNotBeUsedIsListedAndCanBeLookedAt() {
        var hazard = new Hazard(kafka);
        kafka.publish(hazard.id(), "hazard.found", Kafka.bytes("{\"hazardId\": "));

        var letter = awaitLetterOf(hazard.id());

        assertThat(letter.getString("topic")).isEqualTo("hazard.events");
        assertThat(letter.getString("reason")).isEqualTo("BAD_JSON");
        assertThat(letter.getString("state")).isEqualTo("WAITING");
        assertThat(letter.getString("key")).isEqualTo(hazard.id().toString());
        assertThat(letter.getString("value")).isEqualTo("{\"hazardId\": ");
        assertThat(letter.getList("headers"))
                .isEqualTo(List.of(
                        Map.of("name", "ce_type", "value", "hazard.found"),
                        Map.of("name", "ce_id", "value", "id-of-" + hazard.id())));
        assertThat(letter.getInt("partition")).isBetween(0, 5);
        assertThat(letter.getInt("offset")).isNotNegative();
        assertThat(letter.getString("setAsideAt")).isNotNull();
        given().queryParam("state", "WAITING")
                .queryParam("reason", "BAD_JSON")
                .queryParam("topic", "hazard.events")
                .get(LETTERS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(letter.getString("id")))
                .body("items.reason", everyItem(equalTo("BAD_JSON")))
                .body("items.value", everyItem(nullValue()));
    }

    @Test
    void aLetterWhoseReasonIsGoneIsRetriedAndTheHazardIsWatched() throws SQLException {
        var hazard = new Hazard(kafka);
        var id = keep(hazard, "hazard.assigned", assigned(hazard, 1));

        retry(id)
                .statusCode(200)
                .body("state", equalTo("RETRIED"))
                .body("changed", equalTo(true))
                .body("attempts", equalTo(1))
                .body("settledAt", notNullValue());

        assertThat(reminders(hazard.id())).isNotEmpty().containsValue("PENDING");
        retry(id).statusCode(200).body("state", equalTo("RETRIED")).body("attempts", equalTo(1));
    }

    @Test
    void aRecordThatIsOlderThanWhatIsKnownSucceedsByChangingNothingAndSaysSo() throws SQLException {
        var hazard =
                new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3).rectified(MAY_3);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(reminders(hazard.id())).isNotEmpty().doesNotContainValue("PENDING"));

        retry(keep(hazard, "hazard.assigned", assigned(hazard, 2)))
                .statusCode(200)
                .body("state", equalTo("RETRIED"))
                .body("changed", equalTo(false));

        assertThat(reminders(hazard.id())).doesNotContainValue("PENDING");
    }

    @Test
    void aLetterThatIsOfNoUseStillGoesOnWaitingAndTheAttemptIsNoted() throws SQLException {
        var hazard = new Hazard(kafka);
        var incomplete = assigned(hazard, 1, event -> event.remove("recordedAt"));
        var id = keep(hazard, "hazard.assigned", incomplete);

        for (int attempt = 1; attempt <= 2; attempt++) {
            retry(id)
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("title", equalTo("当前状态不允许"))
                    .body("detail", equalTo("重试后仍无法使用：MISSING_FIELD recordedAt"))
                    .body("state", equalTo("WAITING"));
            open(id).body("state", equalTo("WAITING"))
                    .body("attempts", equalTo(attempt))
                    .body("lastAttemptAt", notNullValue())
                    .body("lastFailure", equalTo("MISSING_FIELD: recordedAt"));
        }
    }

    @Test
    void whatTheDatabaseRefusesIsRefusedAgainAndNothingOfItIsKept() throws SQLException {
        var hazard = new Hazard(kafka);
        var unkeepable = Hazard.write(
                hazard.event("hazard.found", 1, MAY_3, MAY_3, event -> event.put("description", "a\u0000b")));
        var id = keep(hazard, "hazard.found", unkeepable);

        retry(id).statusCode(409).body("detail", containsString("CANNOT_BE_APPLIED"));

        open(id).body("state", equalTo("WAITING")).body("attempts", equalTo(1));
        // Had anything of version 1 been kept, this would be known.
        retry(keep(hazard, "hazard.assigned", assigned(hazard, 1))).body("changed", equalTo(true));
    }

    @Test
    void aLetterFromATopicThatNobodyReadsHereIsRefused() throws SQLException {
        var key = UUID.randomUUID();
        office.keep(List.of(arrival("elsewhere.events", 7, key, Kafka.bytes("{}"), List.of())));

        retry(awaitLetterOf(key).getString("id")).statusCode(409).body("detail", containsString("elsewhere.events"));
    }

    @Test
    void ofTwoWhoRetryAtOnceOneDoesItAndBothAreAnswered() throws SQLException {
        var hazard = new Hazard(kafka);
        var id = keep(hazard, "hazard.assigned", assigned(hazard, 1));

        var answers = IntStream.range(0, 8)
                .mapToObj(caller -> CompletableFuture.supplyAsync(() -> retry(id)))
                .toList();

        for (var answer : answers) {
            answer.join()
                    .statusCode(200)
                    .body("state", equalTo("RETRIED"))
                    .body("changed", equalTo(true))
                    .body("attempts", equalTo(1));
        }
        open(id).body("attempts", equalTo(1)).body("changed", equalTo(true));
    }

    @Test
    void aLetterThatIsDroppedStaysOnFileAndIsNotRetried() throws SQLException {
        var hazard = new Hazard(kafka);
        var id = keep(hazard, "hazard.assigned", assigned(hazard, 1));

        drop(id, "{\"reason\": \"联调数据\"}")
                .statusCode(200)
                .body("state", equalTo("DROPPED"))
                .body("droppedBecause", equalTo("联调数据"))
                .body("settledAt", notNullValue());
        drop(id, "{\"reason\": \"又一次\"}").statusCode(200).body("droppedBecause", equalTo("联调数据"));
        retry(id).statusCode(409).body("state", equalTo("DROPPED")).body("detail", containsString("DROPPED"));

        open(id).body("state", equalTo("DROPPED")).body("value", notNullValue());
        assertThat(reminders(hazard.id())).isEmpty();
    }

    @Test
    void aLetterThatWasRetriedIsNotDropped() throws SQLException {
        var hazard = new Hazard(kafka);
        var id = keep(hazard, "hazard.assigned", assigned(hazard, 1));
        retry(id).statusCode(200);

        drop(id, "{\"reason\": \"太晚\"}").statusCode(409).body("state", equalTo("RETRIED"));
    }

    @Test
    void theSameIdempotencyKeyAnswersTheFirstResultAgain() throws SQLException {
        var hazard = new Hazard(kafka);
        var id = keep(hazard, "hazard.assigned", assigned(hazard, 1));
        var key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            given().header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"reason\": \"一\"}")
                    .post(LETTERS + "/" + id + "/drop")
                    .then()
                    .statusCode(200)
                    .body("droppedBecause", equalTo("一"));
        }
        given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"reason\": \"二\"}")
                .post(LETTERS + "/" + id + "/drop")
                .then()
                .statusCode(422);
    }

    @Test
    void aRecordThatIsSetAsideTwiceIsKeptOnce() throws SQLException {
        var key = UUID.randomUUID();
        var twice = arrival(
                "hazard.events",
                ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50),
                key,
                Kafka.bytes("x"),
                List.of());

        office.keep(List.of(twice, twice));
        office.keep(List.of(twice));

        assertThat(lettersOf(key)).hasSize(1);
    }

    @Test
    void aLetterThatDoesNotSayWhereItCameFromIsKeptAllTheSame() {
        var key = UUID.randomUUID();
        var headers = new RecordHeaders()
                .add("dead-letter-topic", Kafka.bytes("hazard.events"))
                .add("dead-letter-partition", Kafka.bytes("many"))
                .add("dead-letter-offset", Kafka.bytes("-"))
                .add("dead-letter-detail", Kafka.bytes("a\u0000b"))
                .add("empty", null)
                .add("n\u0000l", new byte[] {(byte) 0xff, 0});
        kafka.publish(new ProducerRecord<>(
                "notification.dead-letter", null, Kafka.bytes(key.toString()), new byte[] {(byte) 0xff, 0}, headers));

        var letter = awaitLetterOf(key);

        assertThat(letter.getString("topic")).isEqualTo("notification.dead-letter");
        assertThat(letter.getString("reason")).isNull();
        assertThat(letter.getString("detail")).isEqualTo("a\uFFFDb");
        assertThat(letter.getString("value")).isEqualTo("\uFFFD\u0000");
        assertThat(letter.getList("headers.name")).isEqualTo(List.of("empty", "n\u0000l"));
        retry(letter.getString("id")).statusCode(409).body("state", equalTo("WAITING"));
    }

    @Test
    void aListIsReadPageByPageAndNothingIsShownTwice() throws SQLException {
        var topic = "paged-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            office.keep(List.of(arrival(topic, i, UUID.randomUUID(), new byte[0], List.of())));
        }
        var seen = new ArrayList<Integer>();
        @Nullable String cursor = "";
        for (int page = 0; page < 3; page++) {
            var answer = given().queryParam("topic", topic)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(LETTERS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(answer.<Integer>getList("items.offset"));
            cursor = answer.getString("nextCursor");
        }

        assertThat(seen).containsExactly(4, 3, 2, 1, 0);
        assertThat(cursor).isNull();
    }

    @Test
    void whatIsWrongIsToldByName() throws SQLException {
        given().queryParam("state", "LOST")
                .queryParam("reason", "BAD_MOOD")
                .queryParam("limit", "0")
                .queryParam("from", "x")
                .get(LETTERS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("state", "reason", "limit", "from"));
        var unknown = UUID.randomUUID().toString();
        given().get(LETTERS + "/" + unknown).then().statusCode(404).body("detail", equalTo("没有这条死信。"));
        retry(unknown).statusCode(404);
        drop(unknown, "{\"reason\": \"x\"}").statusCode(404);
        var hazard = new Hazard(kafka);
        var id = keep(hazard, "hazard.assigned", assigned(hazard, 1));
        drop(id, "{}").statusCode(400).body("violations.field", hasItem("reason"));
        drop(id, "{\"reason\": \" \"}").statusCode(400).body("violations.field", hasItem("reason"));
        drop(id, "{\"reason\": \"x\", \"why\": 1}").statusCode(400).body("violations.field", hasItem("why"));
        drop(id, "").statusCode(400);
        open(id).body("state", equalTo("WAITING"));
    }

    @Test
    void howManyWaitIsAFigureAndAHintOfHealthThatFailsNothing() throws SQLException {
        keep(new Hazard(kafka), "hazard.found", Kafka.bytes("{"));

        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'dead letters' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'dead letters' }.data.waiting", greaterThan(0));
        given().get("/q/health/ready").then().statusCode(200);
        var figure = given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("notification_dead_letters_waiting"))
                .toList();
        assertThat(figure).singleElement(STRING).doesNotEndWith(" 0.0");
    }

    private static byte[] assigned(Hazard hazard, int version) {
        return assigned(hazard, version, event -> {});
    }

    private static byte[] assigned(Hazard hazard, int version, Consumer<ObjectNode> changes) {
        return Hazard.write(hazard.event("hazard.assigned", version, MAY_3, MAY_3, event -> {
            event.put("dueAt", END_OF_MAY_10);
            changes.accept(event);
        }));
    }

    /** A record as if it had been refused by an earlier release. */
    private String keep(Hazard hazard, String type, byte[] value) throws SQLException {
        var headers = List.of(new Header("ce_type", Kafka.bytes(type)));
        long offset = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
        office.keep(List.of(arrival("hazard.events", offset, hazard.id(), value, headers)));
        return awaitLetterOf(hazard.id()).getString("id");
    }

    private static Arrival arrival(String topic, long offset, UUID key, byte[] value, List<Header> headers) {
        return new Arrival(
                topic,
                0,
                offset,
                "CANNOT_BE_APPLIED",
                "a fault of an earlier release",
                Kafka.bytes(key.toString()),
                value,
                headers,
                MAY_3);
    }

    private JsonPath awaitLetterOf(UUID key) {
        var letters = await().atMost(PATIENCE).until(() -> lettersOf(key), found -> !found.isEmpty());
        return open(letters.get(0)).statusCode(200).extract().jsonPath();
    }

    /** The newest first. */
    private List<String> lettersOf(UUID key) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select id from dead_letter where key = ? order by id desc")) {
            select.setBytes(1, Kafka.bytes(key.toString()));
            var ids = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    private static ValidatableResponse open(String id) {
        return given().get(LETTERS + "/" + id).then();
    }

    private static ValidatableResponse retry(String id) {
        return given().post(LETTERS + "/" + id + "/retry").then();
    }

    private static ValidatableResponse drop(String id, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(LETTERS + "/" + id + "/drop")
                .then();
    }
}
