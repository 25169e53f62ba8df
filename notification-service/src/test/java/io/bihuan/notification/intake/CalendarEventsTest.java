package io.bihuan.notification.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.deadline.Calendars;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Each test has a year of its own, in which no other test counts. */
@OnRealParts
class CalendarEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Kafka kafka;

    @Inject
    Calendars calendars;

    @Test
    void aYearsCalendarIsCountedByAsSoonAsItIsPublished() throws SQLException {
        var friday = LocalDate.of(2041, 5, 3);
        assertThat(calendars.current().from(friday, 1)).isEqualTo(LocalDate.of(2041, 5, 6));

        publish(2041, 1, day("2041-05-06", "劳动节", "OFF"), day("2041-05-11", "劳动节", "WORKDAY"));
        awaitVersion(2041, 1);

        assertThat(calendars.current().from(friday, 1)).isEqualTo(LocalDate.of(2041, 5, 7));
        assertThat(calendars.current().works(LocalDate.of(2041, 5, 11))).isTrue();
        given().get("/api/notifications/calendars")
                .then()
                .statusCode(200)
                .body("items.find { it.year == 2041 }.days.date", is(List.of("2041-05-06", "2041-05-11")))
                .body("items.find { it.year == 2041 }.days.kind", is(List.of("OFF", "WORKDAY")))
                .body("items.find { it.year == 2041 }.publishedAt", is("2041-01-01T00:00:00Z"));
    }

    @Test
    void aNewEditionReplacesTheOldOneAndALateOrRepeatedOneChangesNothing() throws SQLException {
        publish(2042, 1, day("2042-05-01", "劳动节", "OFF"));
        publish(2042, 3, day("2042-05-02", "劳动节", "OFF"));
        awaitVersion(2042, 3);

        publish(2042, 2, day("2042-05-05", "劳动节", "OFF"));
        publish(2042, 3, day("2042-05-06", "劳动节", "OFF"));
        // The next edition of the same year is read after those.
        publish(2042, 4, day("2042-05-07", "劳动节", "OFF"));
        awaitVersion(2042, 4);

        var known = calendars.years().stream()
                .filter(calendar -> calendar.year() == 2042)
                .toList();
        assertThat(known).singleElement().satisfies(calendar -> assertThat(calendar.days())
                .extracting(named -> named.date().toString())
                .containsExactly("2042-05-07"));
    }

    @Test
    void aBrokenCalendarGoesToTheDeadLettersAndTheNextIsTaken() {
        var broken = Map.of(
                UUID.randomUUID(), List.of("{\"year\": ", "BAD_JSON"),
                UUID.randomUUID(), List.of(data(2043, 1), "MISSING_FIELD"),
                UUID.randomUUID(), List.of(data(2043, 1, day("2043-05-01", "劳动节", "HALF")), "CONTRACT_VIOLATED"),
                UUID.randomUUID(), List.of(data(2043, 0, day("2043-05-01", "劳动节", "OFF")), "CONTRACT_VIOLATED"),
                UUID.randomUUID(),
                        List.of(
                                data(2043, 1, day("2043-05-01", "甲", "OFF"), day("2043-05-01", "乙", "OFF")),
                                "CANNOT_BE_APPLIED"));
        broken.forEach((key, told) -> publish(key.toString(), told.get(0)));
        publish(2043, 2, day("2043-05-04", "劳动节", "OFF"));

        awaitVersion(2043, 2);
        broken.forEach((key, told) -> await().atMost(PATIENCE).untilAsserted(() -> assertThat(kafka.deadLetter(key)
                        .map(letter -> header(letter.headers().lastHeader("dead-letter-reason"))))
                .contains(told.get(1))));
    }

    @Test
    void theGoldenExampleIsReadAlsoWithAFieldAddedLater() throws IOException {
        String example;
        try (var in = Objects.requireNonNull(
                getClass().getResourceAsStream("/contracts/calendar-events/examples/calendar.published.json"))) {
            example = new String(in.readAllBytes(), UTF_8);
        }
        Map<String, Object> data = new JsonPath(example).getMap("data");
        data.put("year", 2044);
        data.put("addedLater", Map.of("深", 1));

        publish("2044", new ObjectMapper().writeValueAsString(data));

        awaitVersion(2044, 2);
    }

    @Test
    void theCallTakesNoParameters() {
        given().queryParam("year", 2026)
                .get("/api/notifications/calendars")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("year"));
    }

    private void publish(int year, int version, String... days) {
        publish(String.valueOf(year), data(year, version, days));
    }

    private void publish(String key, String data) {
        kafka.publish(new ProducerRecord<>("calendar.events", Kafka.bytes(key), Kafka.bytes(data)));
    }

    private static String data(int year, int version, String... days) {
        return """
                {"year": %d, "version": %d, "shipped": true, "at": "%1$d-01-01T00:00:00Z",
                 "recordedAt": "%1$d-01-01T00:00:00Z", "days": [%s]}""".formatted(year, version, String.join(", ", days));
    }

    private static String day(String date, String name, String kind) {
        return """
                {"date": "%s", "name": "%s", "kind": "%s"}""".formatted(date, name, kind);
    }

    private static void awaitVersion(int year, int version) {
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/notifications/calendars")
                .then()
                .body("items.find { it.year == %d }.version".formatted(year), is(version)));
    }

    private static String header(Header header) {
        return new String(header.value(), UTF_8);
    }
}
