package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.Calls.ASSIGNMENT;
import static io.bihuan.hazard.rest.Calls.CLOSURE;
import static io.bihuan.hazard.rest.Calls.RECTIFICATION;
import static io.bihuan.hazard.rest.Calls.RETURN;
import static io.bihuan.hazard.rest.Calls.step;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class HazardLifeTest {

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aHazardIsFoundAssignedRectifiedReturnedRectifiedAndClosed() {
        String id = Calls.post("/api/hazards", Calls.FINDING)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", is("FOUND"))
                .body("number", matchesPattern("630102-2026-\\d{6,}"))
                .body("foundAt", is("2026-05-03T02:00:00Z"))
                .body("nextActions", contains("assignment", "regrading", "supervision", "merger", "voiding"))
                .extract()
                .path("id");
        step(id, "assignment", ASSIGNMENT)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", is("ASSIGNED"))
                .body("dueAt", is("2026-05-10T16:00:00Z"))
                .body("policyVersion", is((Object) null))
                .body("responsible.phone", is("13900000000"))
                .body(
                        "nextActions",
                        contains(
                                "rectification",
                                "extension-requests",
                                "transfer",
                                "regrading",
                                "supervision",
                                "merger"));
        step(id, "rectification", RECTIFICATION)
                .statusCode(200)
                .body("status", is("RECTIFIED"))
                .body("nextActions", contains("reinspection", "closure", "return", "regrading", "supervision"));
        step(id, "return", RETURN)
                .statusCode(200)
                .body("status", is("ASSIGNED"))
                .body("returns", is(1))
                .body("dueAt", is("2026-05-06T16:00:00Z"));
        step(id, "rectification", RECTIFICATION).statusCode(200);
        step(id, "closure", CLOSURE)
                .statusCode(200)
                .header("ETag", "\"6\"")
                .body("status", is("CLOSED"))
                .body("inspector", is("检查人员乙"))
                .body("nextActions", contains("reopening"));

        given().get("/api/hazards/" + id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains(
                                "hazard.found",
                                "hazard.assigned",
                                "hazard.rectified",
                                "hazard.returned",
                                "hazard.rectified",
                                "hazard.closed"))
                .body("items.version", contains(1, 2, 3, 4, 5, 6))
                .body("items[5].data.status", is("CLOSED"));
    }

    @Test
    void theLocationOfANewHazardLeadsToIt() {
        String location = Calls.post("/api/hazards", Calls.FINDING).extract().header("Location");
        given().get(location).then().statusCode(200).body("description", is("后厨未安装可燃气体报警器"));
    }

    @Test
    void eachStepsRowCarriesTheHashOfTheRowBefore() {
        String id = Calls.rectified();
        List<String> hashes = history(id, "hash");
        List<String> previous = history(id, "previousHash");

        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(previous.get(0)).isEmpty();
        assertThat(previous.subList(1, 3)).isEqualTo(hashes.subList(0, 2));
    }

    @Test
    void withoutADeadlineThePolicyDatesTheHazardByItsGrade() {
        String id = Calls.found();
        step(id, "assignment", ASSIGNMENT.replace("\"withinDays\": 7,", ""))
                .statusCode(200)
                .body("dueAt", is("2026-05-18T16:00:00Z"))
                .body("policyVersion", notNullValue());
    }

    @Test
    void aHazardIsOverdueAfterItsDeadlineAndNoLongerOnceRectified() {
        String id = Calls.assigned();
        assertThat(Calls.hazard(id)).containsEntry("overdue", false);

        clock.advance(Duration.ofDays(8));
        assertThat(Calls.hazard(id)).containsEntry("overdue", true);

        step(id, "rectification", RECTIFICATION).statusCode(200).body("overdue", is(false));
    }

    @Test
    void ofFiftyClosingsAtOnceOneSucceedsAndOneRowIsWritten() {
        String id = Calls.rectified();

        List<Integer> answers = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> step(id, "closure", CLOSURE).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(history(id, "type")).filteredOn("hazard.closed"::equals).hasSize(1);
    }

    @Test
    void theSameKeyAndBodyAnswerTheFirstResultAgain() {
        String first =
                withKey("life-1", Calls.FINDING).statusCode(201).extract().asString();
        String second = withKey("life-1", Calls.FINDING)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .asString();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theSameKeySentTwentyTimesAtOnceOpensOneHazard() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> withKey("life-2", Calls.FINDING)
                        .statusCode(201)
                        .extract()
                        .<String>path("id")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        withKey("life-3", Calls.FINDING).statusCode(201);
        withKey("life-3", Calls.FINDING.replace("SERIOUS", "MAJOR"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", is("urn:bihuan:problem:keyUsedOtherwise"));
    }

    @Test
    void aRefusedCallLeavesItsKeyFree() {
        withKey("life-4", Calls.FINDING.replace("630102", "999999")).statusCode(400);
        withKey("life-4", Calls.FINDING).statusCode(201);
    }

    @Test
    void aStepOnAStaleVersionIsRefusedAndChangesNothing() {
        String id = Calls.assigned();
        given().header("If-Match", "\"1\"")
                .spec(Calls.json(RECTIFICATION))
                .post("/api/hazards/" + id + "/rectification")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"2\"");
        assertThat(Calls.hazard(id)).containsEntry("status", "ASSIGNED").containsEntry("version", 2);

        given().header("If-Match", "\"7\", \"2\"")
                .spec(Calls.json(RECTIFICATION))
                .post("/api/hazards/" + id + "/rectification")
                .then()
                .statusCode(200);
    }

    @Test
    void aWeakTagMatchesNoVersion() {
        String id = Calls.assigned();
        given().header("If-Match", "W/\"2\"")
                .spec(Calls.json(RECTIFICATION))
                .post("/api/hazards/" + id + "/rectification")
                .then()
                .statusCode(412);
    }

    @Test
    void anUnchangedHazardIsNotSentAgain() {
        String id = Calls.found();
        given().header("If-None-Match", "\"1\"")
                .get("/api/hazards/" + id)
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @Test
    void aRectificationMayBeReportedLaterButNotFromBeforeTheAssignment() {
        String id = Calls.assigned();
        clock.advance(Duration.ofDays(2));
        step(id, "rectification", "{\"description\": \"已安装\", \"rectifiedAt\": \"2026-05-03T01:59:59Z\"}")
                .statusCode(400)
                .body("violations.field", contains("rectifiedAt"));
        step(id, "rectification", "{\"description\": \"已安装\", \"rectifiedAt\": \"2026-05-04T10:00:00+08:00\"}")
                .statusCode(200)
                .body("rectifiedAt", is("2026-05-04T02:00:00Z"));
        given().get("/api/hazards/" + id + "/history")
                .then()
                .body("items", hasSize(3))
                .body("items[2].at", is("2026-05-04T02:00:00Z"))
                .body("items[2].recordedAt", is("2026-05-05T02:00:00Z"));
    }

    private static io.restassured.response.ValidatableResponse withKey(String key, String body) {
        return given().header("Idempotency-Key", key)
                .spec(Calls.json(body))
                .post("/api/hazards")
                .then();
    }

    private static List<String> history(String id, String field) {
        return given().get("/api/hazards/" + id + "/history")
                .then()
                .extract()
                .jsonPath()
                .getList("items." + field);
    }
}
