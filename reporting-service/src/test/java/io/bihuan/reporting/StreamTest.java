package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.reporting.live.Audiences;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Listener;
import io.bihuan.stack.testing.Callers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class StreamTest extends RealPartsTest {

    private static final String STREAM = "/api/reports/stream";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    MeterRegistry meters;

    @Inject
    Audiences audiences;

    @Inject
    DataSource database;

    private final String district = Kept.freshDistrict();

    @Test
    void theFiguresOfTheReportComeAtOnceAndAgainWhenTheyChange() throws JsonProcessingException {
        tell(found());
        try (Listener listener = Listener.to(district, null)) {
            Listener.Told first = listener.await("found", 1);
            assertThat(first.name()).isEqualTo("figures");
            var report = given().queryParam("parent", district).get("/api/reports/districts");
            assertThat(first.data()).isEqualTo(new ObjectMapper().readTree(report.asString()));
            assertThat(report.header("ETag")).isEqualTo("W/\"" + first.id() + "\"");
            assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listener.header("Cache-Control")).isEqualTo("no-cache, no-transform");
            assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");

            tell(found());
            assertThat(listener.await("found", 2).id()).isNotEqualTo(first.id());
            assertThat(listener.told()).hasSize(2);
        }
    }

    @Test
    void theStreamEndsWithTheTokenOfWhoListens() {
        tell(found());
        long soon = Instant.now().plusSeconds(2).getEpochSecond();
        String token = Callers.token("admin", Map.of("roles", List.of("ADMIN"), "exp", soon));
        try (Listener listener = Listener.to(district, null, token)) {
            listener.awaitEnd();
            assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
        }
    }

    @Test
    void aChangeShowsToThoseWhoListenToTheDistrictAboveAndToTheWholeRegister() {
        tell(found());
        try (Listener above = Listener.to(district.substring(0, 3), null);
                Listener everywhere = Listener.to("", null)) {
            above.awaitSignOfLife();
            everywhere.awaitSignOfLife();
            await().atMost(PATIENCE)
                    .until(() -> !above.told().isEmpty() && !everywhere.told().isEmpty());
            long aboveBefore = last(above).total("found");
            long everywhereBefore = last(everywhere).total("found");
            tell(Life.in(district + "02001").found("2026-05-01T01:00:00Z"));
            above.await("found", aboveBefore + 1);
            everywhere.await("found", everywhereBefore + 1);
        }
    }

    @Test
    void whoComesBackWithThePresentRevisionHearsNothingUntilTheNextChange() {
        tell(found());
        String present = revision();
        try (Listener back = Listener.to(district, present)) {
            back.awaitSignOfLife();
            tell(found());
            back.await("found", 2);
            assertThat(back.told()).hasSize(1);
        }
        try (Listener late = Listener.to(district, present)) {
            late.await("found", 2);
            assertThat(late.told()).hasSize(1);
        }
    }

    static Stream<String> revisionsThatNeverWere() {
        return Stream.of(
                "1",
                "-1",
                "*",
                "W/\"00000000-0000-0000-0000-000000000000\"",
                "00000000-0000-0000-0000-000000000000",
                "'; drop table total; --",
                "{{7*7}} ${jndi:ldap://x} %0d%0aSet-Cookie: a=b",
                "x".repeat(6_000));
    }

    @ParameterizedTest
    @MethodSource("revisionsThatNeverWere")
    void whoComesBackWithAnythingElseGetsThePresentFigures(String known) {
        tell(found());
        try (Listener listener = Listener.to(district, known)) {
            listener.await("found", 1);
            assertThat(listener.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void aThousandListenToOneComputation() {
        tell(found());
        List<Listener> crowd = new ArrayList<>();
        try {
            double before = computations();
            IntStream.range(0, 1_000).forEach(i -> crowd.add(Listener.to(district, null)));
            crowd.forEach(listener -> listener.await("found", 1));
            tell(found());
            crowd.forEach(listener -> listener.await("found", 2));
            assertThat(computations() - before).isBetween(2.0, 10.0);
            assertThat(meters.get("reporting.live.listeners").gauge().value()).isGreaterThanOrEqualTo(1_000);
        } finally {
            crowd.forEach(Listener::close);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        meters.get("reporting.live.listeners").gauge().value())
                .isLessThan(10));
    }

    @Test
    void aDeadlineThatPassesShowsToo() {
        clock.set("2026-08-08T00:00:00Z");
        tell(Life.in(district).found("2026-08-01T01:00:00Z").assigned("2026-08-01T01:00:00Z", "2026-08-08T16:00:00Z"));
        try (Listener listener = Listener.to(district, null)) {
            listener.await("overdueNow", 0);
            clock.set("2026-08-08T16:00:01Z");
            listener.await("overdueNow", 1);
        }
    }

    @Test
    void aDistrictsNewNameShowsToo() {
        topics.send(Event.ofDistrict(district + "01", 1, "旧名"));
        kept.awaitDistrict(district + "01", 1);
        try (Listener listener = Listener.to(district, null)) {
            listener.await("found", 0);
            topics.send(Event.ofDistrict(district + "01", 2, "新名"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            last(listener).data().at("/items/0/name").asText())
                    .isEqualTo("新名"));
        }
    }

    @Test
    void whatAnotherReplicaChangesShowsToo() throws SQLException {
        topics.send(Event.ofDistrict(district + "01", 1, "本副本"));
        kept.awaitDistrict(district + "01", 1);
        try (Listener listener = Listener.to(district, null)) {
            listener.await("found", 0);
            try (Connection connection = database.getConnection();
                    PreparedStatement change = connection.prepareStatement(
                            "with changed as (update district set name = '另一副本' where code = ? returning code)"
                                    + " select pg_notify('figures', code) from changed")) {
                change.setString(1, district + "01");
                change.execute();
            }
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            last(listener).data().at("/items/0/name").asText())
                    .isEqualTo("另一副本"));
        }
    }

    @Test
    void whoComesWhenAllSeatsAreTakenIsToldToComeAgain() {
        tell(found());
        List<Cancellable> seats = new ArrayList<>();
        try {
            while (!audiences.isFull()) {
                seats.add(audiences.listen(district, null).subscribe().with(figures -> {}));
            }
            given().queryParam("district", district)
                    .header("Accept-Language", "en")
                    .get(STREAM)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("Nobody more can listen"));
        } finally {
            seats.forEach(Cancellable::cancel);
        }
        try (Listener listener = Listener.to(district, null)) {
            listener.await("found", 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"district, 63~", "district, 青海", "from, 2026-05-01", "grade, MAJOR", "parent, 63"})
    void aWrongParameterIsNamed(String name, String value) {
        given().queryParam(name, value)
                .get(STREAM)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", is(List.of(name)));
    }

    @Test
    void aDistrictThatNobodyKnowsIsNotFound() {
        given().queryParam("district", district)
                .get(STREAM)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString(district));
    }

    @Test
    void whoTakesNoEventsIsToldSo() {
        given().queryParam("district", district)
                .accept("application/json")
                .get(STREAM)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    private String revision() {
        String tag = given().queryParam("parent", district)
                .get("/api/reports/districts")
                .header("ETag");
        return tag.substring("W/\"".length(), tag.length() - 1);
    }

    private static Listener.Told last(Listener listener) {
        return listener.told().get(listener.told().size() - 1);
    }

    private double computations() {
        return meters.get("reporting.live.computations").counter().count();
    }

    private Life found() {
        return Life.in(district).found("2026-05-01T01:00:00Z");
    }
}
