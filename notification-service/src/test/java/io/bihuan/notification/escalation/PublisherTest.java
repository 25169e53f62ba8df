package io.bihuan.notification.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published of escalations, held to the contract that hazard-service and reporting-service read it by. */
@OnRealParts
class PublisherTest {

    private static final Instant MAY_3 = Instant.parse("2026-05-03T02:00:00Z");
    private static final String END_OF_MAY_10 = "2026-05-10T16:00:00Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @BeforeEach
    void itIsMay3AndAllIsWell() {
        time.set(MAY_3.toString());
        inbox.behavesWell();
    }

    @Test
    void everyStepThatIsReachedIsPublishedOnceInOrderAndKeepsTheContract() throws IOException {
        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3);
        hazard.other("hazard.supervised", MAY_3, event -> event.put("dueAt", END_OF_MAY_10));

        time.set("2026-05-11T00:30:00Z");
        awaitEvents(hazard, 1);
        time.set("2026-05-13T00:30:00Z");
        awaitEvents(hazard, 2);

        var events = kafka.published("notification.events", hazard.id());
        assertThat(events).hasSize(2).allSatisfy(event -> keepsTheContract(event, hazard));
        var reminded = data(events.get(0));
        assertThat(reminded.path("version").intValue()).isOne();
        assertThat(reminded.path("step").textValue()).isEqualTo("REMIND");
        assertThat(reminded.path("level").intValue()).isOne();
        assertThat(reminded.path("dueAt").textValue()).isEqualTo(END_OF_MAY_10);
        assertThat(reminded.at("/told/0/role").textValue()).isEqualTo("RESPONSIBLE");
        assertThat(reminded.toString()).doesNotContain(hazard.phone());
        var interviewed = data(events.get(1));
        assertThat(interviewed.path("version").intValue()).isEqualTo(2);
        assertThat(interviewed.path("step").textValue()).isEqualTo("INTERVIEW");
        assertThat(interviewed.path("level").intValue()).isEqualTo(2);
    }

    @Test
    void whatWasImportedLongOverdueIsNoEscalation() {
        time.set("2026-06-20T00:30:00Z");
        var imported = Instant.parse("2026-06-20T00:30:00Z");
        var past = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, MAY_3, imported);
        var witness = new Hazard(kafka).found(imported).assigned("2026-06-21T16:00:00Z", imported);

        time.set("2026-06-22T00:30:00Z");
        awaitEvents(witness, 1);

        assertThat(kafka.published("notification.events", past.id())).isEmpty();
    }

    private void awaitEvents(Hazard hazard, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kafka.published("notification.events", hazard.id()))
                        .hasSize(count));
    }

    private static void keepsTheContract(ConsumerRecord<byte[], byte[]> event, Hazard hazard) throws IOException {
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_source")).isEqualTo("/notification-service");
        assertThat(header(event, "ce_type")).isEqualTo("hazard.escalated");
        assertThat(header(event, "ce_subject")).isEqualTo(hazard.number());
        assertThat(header(event, "ce_time")).isEqualTo(data(event).path("at").textValue());
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        try (var schema = Objects.requireNonNull(PublisherTest.class.getResourceAsStream(
                "/contracts/notification-events/hazard.escalated.schema.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(
                                    new String(event.value(), UTF_8),
                                    InputFormat.JSON,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(new String(event.value(), UTF_8))
                    .isEmpty();
        }
    }

    private static JsonNode data(ConsumerRecord<byte[], byte[]> event) throws IOException {
        return JSON.readTree(event.value());
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(
                Objects.requireNonNull(event.headers().lastHeader(name), name).value(), UTF_8);
    }
}
