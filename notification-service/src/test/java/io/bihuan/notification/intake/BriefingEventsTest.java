package io.bihuan.notification.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.duty.IssuedBriefing;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read of issued briefings, held to the contract; each test has a district of its own. */
@OnRealParts
class BriefingEventsTest {

    private static final String DUTIES = "/api/notifications/duties";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> entered = new ArrayList<>();
    private final String district = "98" + ThreadLocalRandom.current().nextInt(1000, 10_000);

    @Inject
    Kafka kafka;

    @Inject
    SettableTime time;

    @Inject
    BriefingReader reader;

    @BeforeEach
    void itIsTheWeekBefore() {
        time.set("2026-04-22T02:00:00Z");
    }

    @AfterEach
    void nobodyIsRemindedByOtherTests() {
        entered.forEach(id -> given().delete(DUTIES + "/" + id));
    }

    @Test
    void theExampleOfTheContractIsReadAlsoWithAFieldAddedLater() throws Exception {
        JsonNode example = example();
        var expected = Optional.of(new IssuedBriefing(
                "6301", Kind.WEEKLY, "2026-W18", "6301-2026-W-018", Instant.parse("2026-05-01T09:00:01.250Z")));
        assertThat(reader.read(record(example))).isEqualTo(expected);
        ((ObjectNode) example.required("data")).putObject("addedLater").put("深", 1);
        assertThat(reader.read(record(example))).isEqualTo(expected);
        ((ObjectNode) example.required("headers")).put("ce_type", "briefing.praised");
        assertThat(reader.read(record(example))).isEmpty();
    }

    @Test
    void withoutWhatSelectsTheDutyAnEventIsBroken() throws IOException {
        for (String field : List.of("districtCode", "kind", "period", "number", "at")) {
            JsonNode example = example();
            ((ObjectNode) example.required("data")).remove(field);
            assertThat(broken(record(example))).contains(field);
        }
    }

    @Test
    void anIssuedBriefingSubmitsTheDistrictsDutyOfItsPeriodOnce() {
        String weekly = enter("WEEKLY", "周报");
        String monthly = enter("MONTHLY", "月报");

        issued("WEEKLY", "2026-W17", "-2026-W-017", "2026-04-24T08:59:00Z");
        issued("WEEKLY", "2026-W17", "-2026-W-018", "2026-04-24T10:00:00Z");
        issued("MONTHLY", "2026-04", "-2026-M-004", "2026-04-25T10:00:00Z");

        await().atMost(PATIENCE).untilAsserted(() -> occurrences(monthly)
                .body("items[0].period", equalTo("2026-04"))
                .body("items[0].state", equalTo("LATE")));
        occurrences(weekly)
                .body("items[0].period", equalTo("2026-W17"))
                .body("items[0].state", equalTo("SUBMITTED"))
                .body("items[0].document", equalTo(district + "-2026-W-017"));
    }

    @Test
    void whichOfSeveralDutiesItIsOnlyPeopleKnow() {
        String gas = enter("WEEKLY", "燃气周报");
        String heat = enter("WEEKLY", "供热周报");
        String monthly = enter("MONTHLY", "月报");

        issued("WEEKLY", "2026-W17", "-2026-W-017", "2026-04-24T08:59:00Z");
        issued("MONTHLY", "2026-04", "-2026-M-004", "2026-04-24T08:59:30Z");

        // Of the same partition, so it was read after the weekly one.
        await().atMost(PATIENCE).untilAsserted(() -> occurrences(monthly).body("items[0].state", equalTo("SUBMITTED")));
        for (String id : List.of(gas, heat)) {
            occurrences(id).body("items", hasSize(1)).body("items[0].state", equalTo("OPEN"));
        }
    }

    private void issued(String kind, String period, String number, String at) {
        var data = JSON.createObjectNode()
                .put("briefingId", UUID.randomUUID().toString())
                .put("version", 1)
                .put("number", district + number)
                .put("districtCode", district)
                .put("kind", kind)
                .put("period", period)
                .put("language", "ZH")
                .put("asOf", at)
                .put("at", at)
                .put("recordedAt", at);
        var headers = new RecordHeaders().add("ce_type", Kafka.bytes("briefing.issued"));
        kafka.publish(new ProducerRecord<>(
                "reporting.events", null, Kafka.bytes(district), Kafka.bytes(data.toString()), headers));
    }

    private String enter(String kind, String name) {
        String id = given().contentType("application/json")
                .body(Map.of("districtCode", district, "kind", kind, "name", name))
                .post(DUTIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        entered.add(id);
        return id;
    }

    private static ValidatableResponse occurrences(String duty) {
        return given().get(DUTIES + "/" + duty + "/occurrences").then().statusCode(200);
    }

    private String broken(ConsumerRecord<byte[], byte[]> event) {
        try {
            return reader.read(event).isPresent() ? "it was read" : "it was ignored";
        } catch (BrokenRecordException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static JsonNode example() throws IOException {
        try (var example = Objects.requireNonNull(BriefingEventsTest.class.getResourceAsStream(
                "/contracts/reporting-events/examples/briefing.issued.json"))) {
            return JSON.readTree(example);
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(JsonNode event) throws IOException {
        var record = new ConsumerRecord<>(
                "reporting.events",
                0,
                0,
                Kafka.bytes(event.required("key").asText()),
                JSON.writeValueAsBytes(event.required("data")));
        event.required("headers").properties().forEach(header -> record.headers()
                .add(header.getKey(), Kafka.bytes(header.getValue().asText())));
        return record;
    }
}
