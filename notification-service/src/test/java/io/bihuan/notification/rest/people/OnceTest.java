package io.bihuan.notification.rest.people;

import static io.bihuan.notification.rest.people.Registers.CONTACTS;
import static io.bihuan.notification.rest.people.Registers.json;
import static io.bihuan.notification.rest.people.Registers.supervisor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code Idempotency-Key} does, shown by contacts; each test has a district and keys of its own. */
@OnRealParts
class OnceTest {

    private final String key = UUID.randomUUID().toString();

    @Inject
    SettableTime time;

    @Inject
    DataSource database;

    @BeforeEach
    void itIsMay1() {
        time.set("2026-05-01T01:00:00Z");
    }

    @Test
    void theSameKeyAndBodyAnswerTheFirstResultAgain() {
        var first = add(key, supervisor("F101", "甲"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract();
        json(supervisor("F101", "乙"))
                .put(CONTACTS + "/" + first.path("id"))
                .then()
                .statusCode(200);

        var again = add(key, supervisor("F101", "甲"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", first.header("Location"))
                .extract();

        assertThat(again.asString()).isEqualTo(first.asString());
        assertOnFile("F101", 1);
    }

    @Test
    void theSameKeyWithAnotherBodyOrForAnotherCallIsRefused() {
        var id = add(key, supervisor("F102", "甲")).statusCode(201).extract().<String>path("id");

        add(key, supervisor("F102", "乙"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("幂等键已用于另一请求"));
        json("{\"from\": \"2026-05-01\", \"to\": \"2026-05-01\"}")
                .header("Idempotency-Key", key)
                .post(CONTACTS + "/" + id + "/absences")
                .then()
                .statusCode(422);
        assertOnFile("F102", 1);
    }

    @Test
    void ofManyThatArriveAtOnceOneDoesItAndAllAnswerTheSame() {
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> add(key, supervisor("F103", "甲"))
                        .statusCode(201)
                        .extract()
                        .asString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).hasSize(8).containsOnly(answers.get(0));
        assertOnFile("F103", 1);
    }

    @Test
    void theSecondWaitsForTheFirstToBeDone() throws Exception {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var claim = other.prepareStatement(
                    "insert into idempotency_key (key, request, recorded_at) values (?, 'under way', now())")) {
                claim.setString(1, "admin " + key);
                claim.executeUpdate();
            }
            var second = CompletableFuture.supplyAsync(
                    () -> add(key, supervisor("F104", "甲")).extract().statusCode());

            assertThat(second).failsWithin(300, TimeUnit.MILLISECONDS);
            other.rollback();
            assertThat(second).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(201);
        }
    }

    @Test
    void aCallThatWasRefusedMayBeTriedAgain() {
        add(key, supervisor("F105", " ")).statusCode(400);
        add(key, supervisor("f105", "甲")).statusCode(400);

        add(key, supervisor("F105", "甲")).statusCode(201);
    }

    @Test
    void aKeyIsKeptForSevenDaysAndThenForgotten() throws SQLException {
        add(key, supervisor("F106", "甲")).statusCode(201);
        time.pass(Duration.ofDays(7).minusMinutes(1));
        add(key, supervisor("F106", "甲")).statusCode(201);
        assertOnFile("F106", 1);

        time.pass(Duration.ofMinutes(2));
        add(UUID.randomUUID().toString(), supervisor("F106", "乙")).statusCode(201);
        assertThat(keysOnFile()).isZero();
        add(key, supervisor("F106", "甲")).statusCode(201);
        assertOnFile("F106", 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void aKeyHasOneTo255Characters(int length) {
        add("k".repeat(length), supervisor("F107", "甲"))
                .statusCode(400)
                .body("violations.field", contains("Idempotency-Key"))
                .body("violations.message", contains("应为 1 至 255 个字符"));
    }

    private static ValidatableResponse add(String key, String body) {
        return json(body).header("Idempotency-Key", key).post(CONTACTS).then();
    }

    private static void assertOnFile(String district, int many) {
        given().get(CONTACTS + "?district=" + district).then().body("items", hasSize(many));
    }

    private int keysOnFile() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from idempotency_key where key = ?")) {
            select.setString(1, "admin " + key);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
