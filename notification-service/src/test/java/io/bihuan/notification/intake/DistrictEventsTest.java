package io.bihuan.notification.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.people.Districts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Each test has districts of its own. */
@OnRealParts
class DistrictEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Kafka kafka;

    @Inject
    Districts districts;

    @Test
    void aDistrictIsCalledWhatItsNewestEventSaysAndALateOrRepeatedOneChangesNothing() {
        publish("G101", data("G101", 1, "旧名"));
        publish("G101", data("G101", 3, "新名"));
        publish("G101", data("G101", 2, "迟到的名"));
        publish("G101", data("G101", 3, "重复的名"));
        // The same partition's next record is read after those.
        publish("G101", data("G102", 1, "邻区"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(districts.names(List.of("G101", "G102", "G103", "G101")))
                        .isEqualTo(Map.of("G101", "新名", "G102", "邻区")));
        assertThat(districts.names(List.of())).isEmpty();
    }

    @Test
    void aBrokenDistrictGoesToTheDeadLettersAndTheNextIsTaken() {
        var broken = Map.of(
                UUID.randomUUID(), List.of("[]", "BAD_JSON"),
                UUID.randomUUID(), List.of("{\"districtCode\": \"G104\", \"version\": 1}", "MISSING_FIELD"),
                UUID.randomUUID(), List.of(data("g104", 1, "小写"), "CONTRACT_VIOLATED"),
                UUID.randomUUID(), List.of(data("G104", 0, "没有版本"), "CONTRACT_VIOLATED"),
                UUID.randomUUID(), List.of(data("G104", 1, "\\u0000"), "CANNOT_BE_APPLIED"));
        broken.forEach((key, told) -> publish(key.toString(), told.get(0)));
        publish("G104", data("G104", 1, "好区"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(districts.names(List.of("G104")))
                .containsValue("好区"));
        broken.forEach((key, told) -> await().atMost(PATIENCE).untilAsserted(() -> assertThat(kafka.deadLetter(key)
                        .map(letter -> letter.headers().lastHeader("dead-letter-reason"))
                        .map(header -> new String(header.value(), UTF_8)))
                .contains(told.get(1))));
    }

    @Test
    void theGoldenExampleIsReadAlsoWithAFieldAddedLater() throws Exception {
        var json = new ObjectMapper();
        try (var file =
                getClass().getResourceAsStream("/contracts/district-events/examples/district.registered.json")) {
            var data = (ObjectNode) json.readTree(file).get("data");
            data.putObject("addedLater").put("深", 1);
            publish("630102", json.writeValueAsString(data));
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(districts.names(List.of("630102")))
                .containsValue("城东区"));
    }

    @Test
    void aDistrictThatMovesIsStillCalledWhatItWasAndIsNoDeadLetter() throws Exception {
        var golden = new ObjectMapper()
                .readTree(getClass().getResourceAsStream("/contracts/district-events/examples/district.moved.json"));
        publish("G105", data("G105", 1, "原名"));
        var moved = UUID.randomUUID();
        publish("district.moved", moved.toString(), golden.get("data").toString());
        publish("district.moved", "G105", golden.get("data").toString().replace("630102001", "G105"));
        publish("G105", data("G105", 3, "后来的名"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(districts.names(List.of("G105", "630102001")))
                .isEqualTo(Map.of("G105", "后来的名")));
        assertThat(kafka.deadLetter(moved)).isEmpty();
    }

    private void publish(String key, String data) {
        publish("district.registered", key, data);
    }

    private void publish(String type, String key, String data) {
        var event = new ProducerRecord<>("district.events", Kafka.bytes(key), Kafka.bytes(data));
        event.headers().add("ce_type", Kafka.bytes(type));
        kafka.publish(event);
    }

    private static String data(String code, int version, String name) {
        return """
                {"districtCode": "%s", "version": %d, "name": "%s", "parentCode": null, "level": "COUNTY",
                 "at": "2026-05-01T00:00:00Z", "recordedAt": "2026-05-01T00:00:00Z"}""".formatted(code, version, name);
    }
}
