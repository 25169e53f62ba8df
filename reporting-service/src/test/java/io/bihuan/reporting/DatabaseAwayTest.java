package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Listener;
import io.bihuan.reporting.testing.Report;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("long")
class DatabaseAwayTest extends RealPartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final String district = Kept.freshDistrict();

    @Test
    void eventsWaitForTheDatabaseAndNoneIsLostOrCalledBroken() throws SQLException {
        Life before = Life.in(district).found("2026-05-01T01:00:00Z");
        tell(before);

        letNobodyIn();
        List<Life> meanwhile = List.of(
                Life.in(district).found("2026-05-01T01:00:00Z"),
                Life.in(district).found("2026-05-02T01:00:00Z"));
        meanwhile.forEach(life -> topics.send(life.events()));
        await().atMost(PATIENCE).untilAsserted(() -> given().queryParam("parent", district)
                .get("/api/reports/districts")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("title", is("服务暂不可用")));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503);

        letEveryoneIn();
        kept.awaitLives(meanwhile);
        assertThat(Report.of(district).total("found")).isEqualTo(3);
        assertThat(topics.deadLetters()).noneMatch(letter -> meanwhile.stream()
                .anyMatch(life -> life.hazard().toString().equals(new String(letter.key(), StandardCharsets.UTF_8))));
    }

    @Test
    void whoListensIsToldAfterwardsWhatChangedWhileTheDatabaseWasAwayForTheNews() throws SQLException {
        tell(Life.in(district).found("2026-05-01T01:00:00Z"));
        try (Listener listener = Listener.to(district, null)) {
            listener.await("found", 1);
            letNobodyIn();
            topics.send(Life.in(district).found("2026-05-02T01:00:00Z").events());
            given().queryParam("district", district)
                    .get("/api/reports/stream")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
            letEveryoneIn();
            listener.await("found", 2);
            tell(Life.in(district).found("2026-05-03T01:00:00Z"));
            listener.await("found", 3);
        }
    }

    @AfterEach
    void letEveryoneIn() throws SQLException {
        administer("alter database %s with allow_connections true".formatted(user));
    }

    private void letNobodyIn() throws SQLException {
        administer("alter database %s with allow_connections false".formatted(user));
        administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(user));
    }

    private void administer(String command) throws SQLException {
        String elsewhere = url.replaceFirst("/" + user + "(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(elsewhere, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
