package io.bihuan.reporting.announcing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.StandingClock;
import io.bihuan.reporting.testing.Topics;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is told of issued briefings, held to the contract that notification-service reads it by. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class AnnouncerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Topics topics;

    @Inject
    Kept kept;

    @Inject
    StandingClock clock;

    private final String city = Kept.freshDistrict();

    @Test
    void everyIssuedBriefingIsToldOfOnceAndInOrderAndADraftIsNot() throws IOException {
        clock.set("2026-05-01T09:00:00.25Z");
        topics.send(Event.ofDistrict(city, 1, "某市"));
        kept.awaitDistrict(city, 1);
        for (String draft : List.of("false", "true", "false")) {
            given().contentType(ContentType.JSON)
                    .body("{\"district\": \"%s\", \"period\": \"2026-W18\", \"draft\": %s}".formatted(city, draft))
                    .post("/api/reports/briefings")
                    .then()
                    .statusCode(201);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told()).hasSize(2));

        List<ConsumerRecord<byte[], byte[]>> told = told();
        assertThat(told).allSatisfy(AnnouncerTest::keepsTheContract);
        JsonNode first = JSON.readTree(told.get(0).value());
        assertThat(first.path("number").textValue()).isEqualTo(city + "-2026-W-001");
        assertThat(first.path("period").textValue()).isEqualTo("2026-W18");
        assertThat(first.path("at").textValue()).isEqualTo("2026-05-01T09:00:00.250Z");
        assertThat(header(told.get(0), "ce_time")).isEqualTo(first.path("at").textValue());
        assertThat(header(told.get(1), "ce_subject")).isEqualTo(city + "-2026-W-002");
        assertThat(header(told.get(0), "ce_id")).isNotEqualTo(header(told.get(1), "ce_id"));
    }

    private List<ConsumerRecord<byte[], byte[]>> told() {
        return topics.all("reporting.events").stream()
                .filter(record -> city.equals(new String(record.key(), UTF_8)))
                .toList();
    }

    private static void keepsTheContract(ConsumerRecord<byte[], byte[]> event) throws IOException {
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_source")).isEqualTo("/reporting-service");
        assertThat(header(event, "ce_type")).isEqualTo("briefing.issued");
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        try (var schema = Objects.requireNonNull(
                AnnouncerTest.class.getResourceAsStream("/contracts/reporting-events/briefing.issued.schema.json"))) {
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

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(
                Objects.requireNonNull(event.headers().lastHeader(name), name).value(), UTF_8);
    }
}
