package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What notification-service tells of escalations, and how it is shown beside the hazard. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class EscalationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DUE = "2026-05-10T16:00:00Z";

    @Inject
    SettableClock clock;

    @Inject
    ObjectMapper json;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @SuppressWarnings("NullAway.Init") // before each test
    private Producer<String, String> producer;

    @BeforeEach
    void startTheClock() {
        clock.reset();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void theHighestStepOfThePresentDeadlineIsShownWithTheHazardAndEveryStepInItsList() {
        String id = Calls.assigned();
        show(id).body("escalation", nullValue());
        list(id).body("items", empty());

        tell(id, "REMIND", 1, event -> {});
        tell(id, "INTERVIEW", 2, event -> event.put("at", "2026-05-13T00:30:00Z")
                .put("recordedAt", "2026-05-13T00:30:02Z")
                .putNull("document")
                .putArray("told")
                .addObject()
                .put("role", "SUPERVISOR")
                .putNull("name"));
        awaitSteps(id, "REMIND", "INTERVIEW");

        show(id).body("escalation.step", is("INTERVIEW"))
                .body("escalation.level", is(2))
                .body("escalation.at", is("2026-05-13T00:30:00Z"))
                .body("escalation.dueAt", is(DUE));
        list(id).body("items[0].document", is("督促提醒函"))
                .body("items[0].round", is(1))
                .body("items[0].dueAt", is(DUE))
                .body("items[0].ladderVersion", is(1))
                .body("items[0].at", is("2026-05-11T00:30:00Z"))
                .body("items[0].told.role", contains("RESPONSIBLE", "UNIT_HEAD"))
                .body("items[0].told.name", contains("餐馆负责人", null))
                .body("items[1].document", nullValue())
                .body("items[1].recordedAt", is("2026-05-13T00:30:02Z"))
                .body("items[1].told.role", contains("SUPERVISOR"));
    }

    @Test
    void anEscalationIsSeenByAClientThatKnowsTheHazardsVersion() {
        String id = Calls.assigned();
        String tag = given().get("/api/hazards/" + id).header("ETag");
        given().header("If-None-Match", tag).get("/api/hazards/" + id).then().statusCode(304);

        tell(id, "REMIND", 1, event -> {});
        awaitSteps(id, "REMIND");

        given().header("If-None-Match", tag)
                .get("/api/hazards/" + id)
                .then()
                .statusCode(200)
                .header("ETag", is(tag))
                .body("escalation.step", is("REMIND"));
    }

    @Test
    void aRepeatedAndALateEventChangeNothing() {
        String id = Calls.assigned();
        tell(id, "REMIND", 1, event -> {});
        tell(id, "CIRCULAR", 3, event -> {});
        awaitSteps(id, "REMIND", "CIRCULAR");
        Calls.step(id, "extension-requests", Calls.EXTENSION).statusCode(200);
        Calls.step(id, "extension-requests/1/decision", "{\"approved\": true, \"reason\": \"同意\"}")
                .statusCode(200)
                .body("escalation", nullValue());

        tell(id, "REMIND", 1, event -> event.put("at", "2026-05-20T00:30:00Z"));
        tell(id, "INTERVIEW", 2, event -> {});
        tell(id, "REMIND", 1, event -> event.put("dueAt", "2026-05-13T16:00:00.000000999Z"));
        awaitSteps(id, "REMIND", "REMIND", "INTERVIEW", "CIRCULAR");

        // What came late belongs to the deadline that was; the same step of the new one is another.
        show(id).body("escalation.step", is("REMIND")).body("escalation.dueAt", is("2026-05-13T16:00:00Z"));
        list(id).body(
                        "items.find { it.step == 'REMIND' && it.dueAt == '%s' }.at".formatted(DUE),
                        is("2026-05-11T00:30:00Z"));
    }

    @Test
    void hazardsAreListedByHowFarTheyWereEscalated() {
        String reminded = found("升级筛选");
        String circulated = found("升级筛选");
        String extended = found("升级筛选");
        found("升级筛选");
        tell(reminded, "REMIND", 1, event -> {});
        tell(circulated, "REMIND", 1, event -> {});
        tell(circulated, "CIRCULAR", 3, event -> {});
        tell(extended, "CIRCULAR", 3, event -> event.put("dueAt", "2026-05-06T16:00:00Z"));
        awaitSteps(reminded, "REMIND");
        awaitSteps(circulated, "REMIND", "CIRCULAR");
        awaitSteps(extended, "CIRCULAR");

        listed("q=升级筛选&sort=foundAt&escalated=1").body("items.id", contains(reminded, circulated));
        listed("q=升级筛选&escalated=1").body("items.escalation.level", contains(3, 1));
        listed("q=升级筛选&escalated=2").body("items.id", contains(circulated));
        listed("district=630102&escalated=3&limit=500").body("items.id", hasItem(circulated));
        listed("q=升级筛选&escalated=4").body("items", empty());
        String next =
                listed("q=升级筛选&sort=foundAt&escalated=1&limit=1").extract().path("nextCursor");
        listed("q=升级筛选&sort=foundAt&escalated=1&limit=1&cursor=" + next).body("items.id", contains(circulated));
        for (String wrong : List.of("0", "10", "-1", "high")) {
            given().get("/api/hazards?escalated=" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains("escalated"));
        }
    }

    @Test
    void aBrokenRecordGoesToTheDeadLettersAndTheNextIsKept() {
        Map<String, String> broken = new LinkedHashMap<>();
        String id = Calls.assigned();
        broken.put(send(id, "hazard.escalated", "{\"hazardId\": "), "UNREADABLE");
        broken.put(send(id, "hazard.escalated", null), "UNREADABLE");
        broken.put(tell(id, "REMIND", 1, event -> event.remove("dueAt")), "UNREADABLE");
        broken.put(tell(id, "REMIND", 21, event -> {}), "UNREADABLE");
        broken.put(tell(id, "remind", 1, event -> {}), "UNREADABLE");
        broken.put(
                tell(id, "REMIND", 1, event -> event.putArray("told")
                        .addObject()
                        .put("name", "无岗位")),
                "UNREADABLE");
        broken.put(tell(id, "REMIND", 1, event -> event.put("document", "a\0b")), "REFUSED");
        broken.put(tell(UUID.randomUUID().toString(), "REMIND", 1, event -> {}), "REFUSED");
        send(id, "hazard.praised", "{}");
        tell(id, "LISTED", 4, event -> event.putObject("addedLater").put("深", 1));

        awaitSteps(id, "LISTED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetters()).containsAllEntriesOf(broken));
        Calls.step(id, "rectification", Calls.RECTIFICATION).statusCode(200).body("escalation.level", is(4));
    }

    @Test
    void ofAHazardThatIsNotOnRecordThereIsNoList() {
        given().get("/api/hazards/" + UUID.randomUUID() + "/escalations")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void theServiceIsReadyWhetherOrNotItHearsOfEscalations() {
        String ready =
                given().get("/q/health/ready").then().statusCode(200).extract().asString();
        String started = given().get("/q/health/started")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String live =
                given().get("/q/health/live").then().statusCode(200).extract().asString();

        assertThat(ready + started).doesNotContain("notification-events", "dead-letters");
        assertThat(live).contains("notification-events", "dead-letters");
    }

    private String found(String word) {
        String id = Calls.post("/api/hazards", Calls.FINDING.replace("后厨", word + " 后厨"))
                .statusCode(201)
                .extract()
                .path("id");
        Calls.step(id, "assignment", Calls.ASSIGNMENT).statusCode(200);
        clock.advance(Duration.ofMinutes(1));
        return id;
    }

    /** The golden example, told of another hazard, step and level; answers how its dead letter would be known. */
    private String tell(String id, String step, int level, Consumer<ObjectNode> change) {
        ObjectNode event = example()
                .put("hazardId", id)
                .put("dueAt", DUE)
                .put("step", step)
                .put("level", level);
        change.accept(event);
        return send(id, "hazard.escalated", event.toString());
    }

    private ObjectNode example() {
        try (var in = requireNonNull(
                getClass().getResourceAsStream("/contracts/notification-events/examples/hazard.escalated.json"))) {
            return (ObjectNode) json.readTree(in).required("data");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String send(String key, String type, @Nullable String data) {
        ProducerRecord<String, String> event = new ProducerRecord<>("notification.events", key, data);
        event.headers().add("ce_type", type.getBytes(UTF_8));
        try {
            var sent = producer.send(event).get();
            return sent.partition() + "@" + sent.offset();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not take it", e);
        }
    }

    private static void awaitSteps(String id, String... steps) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(list(id).extract().jsonPath().<String>getList("items.step"))
                        .containsExactlyInAnyOrder(steps));
    }

    /** The reasons by where the records were. */
    private Map<String, String> deadLetters() {
        TopicPartition topic = new TopicPartition("hazard.dead-letter", 0);
        Map<String, String> reasons = new LinkedHashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = requireNonNull(consumer.endOffsets(List.of(topic)).get(topic));
            List<ConsumerRecord<String, String>> letters = new ArrayList<>();
            while (consumer.position(topic) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
            }
            letters.forEach(letter -> reasons.put(
                    header(letter, "dead-letter-partition") + "@" + header(letter, "dead-letter-offset"),
                    header(letter, "dead-letter-reason")));
        }
        return reasons;
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        Header header = requireNonNull(letter.headers().lastHeader(name), name);
        return new String(header.value(), UTF_8);
    }

    private static ValidatableResponse show(String id) {
        return given().get("/api/hazards/" + id).then().statusCode(200);
    }

    private static ValidatableResponse list(String id) {
        return given().get("/api/hazards/" + id + "/escalations").then().statusCode(200);
    }

    private static ValidatableResponse listed(String query) {
        return given().get("/api/hazards?" + query).then().statusCode(200);
    }
}
