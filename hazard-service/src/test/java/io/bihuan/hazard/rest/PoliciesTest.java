package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.PolicyCalls.GENERAL_LINES;
import static io.bihuan.hazard.rest.PolicyCalls.assign;
import static io.bihuan.hazard.rest.PolicyCalls.assigned;
import static io.bihuan.hazard.rest.PolicyCalls.found;
import static io.bihuan.hazard.rest.PolicyCalls.line;
import static io.bihuan.hazard.rest.PolicyCalls.policy;
import static io.bihuan.hazard.rest.PolicyCalls.recorded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class PoliciesTest {

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theFirstVersionIsTheProductsOwn() {
        given().get("/api/policies/1")
                .then()
                .statusCode(200)
                .body("recordedAt", nullValue())
                .body("lines.grade", contains("MAJOR", "SERIOUS", "GENERAL", "MINOR"))
                .body("lines.time", contains("P30D", "P15D", "P7D", "P3D"))
                .body("lines.extensionDays", contains(30, 15, 7, 3))
                .body("lines.counting", contains("CALENDAR", "CALENDAR", "CALENDAR", "CALENDAR"));
    }

    @Test
    void aNewVersionDatesHazardsFromThenOnAndTheDatedKeepTheirs() {
        int before = recorded();
        String old = assigned("SERIOUS", "THIRD_PARTY_WORKS");

        int after = Calls.post("/api/policies", policy(line("SERIOUS", "THIRD_PARTY_WORKS", "P5D", "CALENDAR")))
                .statusCode(201)
                .header("Location", containsString("/api/policies/"))
                .body("note", is("测试"))
                .body("recordedBy", is("市专班办公室"))
                .body("recordedAt", is("2026-05-03T02:00:00Z"))
                .body("lines[2].category", is("THIRD_PARTY_WORKS"))
                .body("lines[2].extensionDays", is(5))
                .extract()
                .path("version");

        assertThat(after).isGreaterThan(before);
        assign(found("SERIOUS", "THIRD_PARTY_WORKS"))
                .body("dueAt", is("2026-05-08T16:00:00Z"))
                .body("policyVersion", is(after));
        assign(found("SERIOUS", "COMMERCIAL_USE"))
                .body("dueAt", is("2026-05-18T16:00:00Z"))
                .body("policyVersion", is(after));
        assertThat(Calls.hazard(old))
                .containsEntry("dueAt", "2026-05-18T16:00:00Z")
                .containsEntry("policyVersion", before);
        given().get("/api/policies/" + before).then().body("lines", hasSize(4));
    }

    @Test
    void hoursRunFromTheMomentOfTheAssignment() {
        recorded(line("GENERAL", "HEAT_SERVICE", "PT24H", "HOURS"));
        clock.advance(Duration.ofMinutes(40));
        assign(found("GENERAL", "HEAT_SERVICE")).statusCode(200).body("dueAt", is("2026-05-04T02:40:00Z"));
    }

    @Test
    void workingDaysBeyondTheKnownCalendarsAreRefusedAndNothingIsChanged() {
        recorded(line("MINOR", "MONITORING_SYSTEM", "P366D", "WORKING"));
        String id = found("MINOR", "MONITORING_SYSTEM");
        assign(id)
                .statusCode(400)
                .body("violations.field", contains("dueAt"))
                .body("violations[0].message", containsString("2027"))
                .body("violations[0].message", containsString("PUT /api/calendars/2027"));
        assertThat(Calls.hazard(id)).containsEntry("status", "FOUND");

        Calls.step(id, "assignment", Calls.ASSIGNMENT).statusCode(200).body("policyVersion", nullValue());
    }

    @Test
    void theNewestVersionComesFirstAndEveryPageIsFound() {
        int first = recorded();
        int second = recorded();
        JsonPath page = given().get("/api/policies?limit=1")
                .then()
                .statusCode(200)
                .body("items.version", contains(second))
                .extract()
                .jsonPath();
        given().get("/api/policies?limit=1&cursor=" + page.getString("nextCursor"))
                .then()
                .body("items.version", contains(first));
        given().get("/api/policies?limit=500")
                .then()
                .body("items.version", hasItem(1))
                .body("nextCursor", nullValue());
        given().get("/api/policies?cursor=x").then().statusCode(400).body("violations.field", contains("cursor"));
    }

    @Test
    void aPolicyThatForgetsAGradeIsRefused() {
        Calls.post("/api/policies", """
                {"note": "不完整", "lines": [{"grade": "MAJOR", "time": "P30D", "counting": "CALENDAR"},
                 {"grade": "MINOR", "category": "STATION", "time": "P3D", "counting": "WORKING"}]}""")
                .statusCode(400)
                .body("violations.field", contains("lines", "lines", "lines"))
                .body(
                        "violations.message",
                        contains(containsString("SERIOUS"), containsString("GENERAL"), containsString("MINOR")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"grade\": \"MAJOR\", \"time\": \"P30D\", \"counting\": \"HOURS\"}              | lines[4].time",
                "{\"grade\": \"MAJOR\", \"time\": \"PT24H\", \"counting\": \"WORKING\"}           | lines[4].time",
                "{\"grade\": \"MAJOR\", \"time\": \"P0D\", \"counting\": \"CALENDAR\"}            | lines[4].time",
                "{\"grade\": \"MAJOR\", \"time\": \"P99999D\", \"counting\": \"CALENDAR\"}        | lines[4].time",
                "{\"grade\": \"MAJOR\", \"time\": \"P1D\\u0000\", \"counting\": \"CALENDAR\"}     | lines[4].time",
                "{\"grade\": \"MAJOR\", \"time\": \"P1D\", \"counting\": \"MOON\"}                | lines[4].counting",
                "{\"grade\": \"MAJOR\", \"time\": \"P1D\"}                                        | lines[4].counting",
                "{\"time\": \"P1D\", \"counting\": \"CALENDAR\"}                                  | lines[4].grade",
                "{\"grade\": \"MAJOR\", \"time\": \"P1D\", \"counting\": \"CALENDAR\"}            | lines",
                "{\"grade\": \"MAJOR\", \"category\": \"STATION\", \"time\": \"P1D\", \"counting\": \"CALENDAR\","
                        + " \"extensionDays\": 367} | lines[4].extensionDays"
            })
    void whatIsWrongWithALineIsNamed(String line, String field) {
        for (String path : List.of("/api/policies", "/api/policies/preview")) {
            Calls.post(path, policy(line))
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains(field));
        }
    }

    @Test
    void aPolicyWithoutAReasonOrWithALineThatIsNullIsRefused() {
        Calls.post("/api/policies", "{\"note\": \" \", \"lines\": [%s]}".formatted(GENERAL_LINES))
                .statusCode(400)
                .body("violations.field", contains("note"));
        Calls.post("/api/policies", "{\"note\": \"测试\", \"lines\": [null]}")
                .statusCode(400)
                .body("violations.field", contains(containsString("lines[0]")));
    }

    @Test
    void anUnknownVersionIsNotFound() {
        given().get("/api/policies/999999999").then().statusCode(404).body("detail", containsString("999999999"));
        given().get("/api/policies/99999999999").then().statusCode(404);
        given().get("/api/policies/first").then().statusCode(404);
    }

    @Test
    void theSameKeyRecordsOneVersion() {
        List<Integer> versions = IntStream.range(0, 2)
                .mapToObj(i -> given().header("Idempotency-Key", "policy-1")
                        .spec(Calls.json(policy()))
                        .post("/api/policies")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<Integer>path("version"))
                .toList();
        assertThat(versions.get(0)).isEqualTo(versions.get(1));
    }

    @Test
    void versionsThatAreRecordedAtOnceFollowOneAnother() {
        List<Integer> versions =
                IntStream.range(0, 10)
                        .mapToObj(i -> CompletableFuture.supplyAsync(PolicyCalls::recorded))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(versions.get(9) - versions.get(0)).isEqualTo(9);
    }

    @Test
    void aPreviewSaysWhatWouldMoveAndMovesNothing() {
        recorded();
        String sooner = assigned("SERIOUS", "RURAL_USE");
        String later = assigned("GENERAL", "RURAL_USE");
        String same = assigned("MINOR", "RURAL_USE");
        String given = found("SERIOUS", "RURAL_USE");
        Calls.step(given, "assignment", Calls.ASSIGNMENT).statusCode(200);
        String extended = assigned("SERIOUS", "RURAL_USE");
        Calls.step(extended, "extension-requests", Calls.EXTENSION.replace("05-14", "05-20"))
                .statusCode(200);
        Calls.step(extended, "extension-requests/1/decision", "{\"approved\": true}")
                .statusCode(200);
        clock.advance(Duration.ofDays(6));
        Map<String, Object> before = Calls.hazard(sooner);
        int newest = given().get("/api/policies?limit=1").path("items[0].version");

        JsonPath preview = Calls.post(
                        "/api/policies/preview",
                        policy(
                                line("SERIOUS", "RURAL_USE", "P5D", "CALENDAR"),
                                line("GENERAL", "RURAL_USE", "PT200H", "HOURS")))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(item(preview, sooner))
                .containsEntry("by", "-P10D")
                .containsEntry("dueAt", "2026-05-18T16:00:00Z")
                .containsEntry("wouldBeDueAt", "2026-05-08T16:00:00Z")
                .containsEntry("districtCode", "630102")
                .containsEntry("grade", "SERIOUS")
                .containsEntry("category", "RURAL_USE");
        assertThat(item(preview, later)).containsEntry("by", "PT18H");
        assertThat(item(preview, same)).isNull();
        assertThat(item(preview, given)).isNull();
        assertThat(item(preview, extended)).isNull();
        assertThat(preview.getInt("earlier")).isPositive();
        assertThat(preview.getInt("later")).isPositive();
        assertThat(preview.getInt("overdueAtOnce")).isPositive();
        assertThat(preview.getInt("checked"))
                .isEqualTo(preview.getInt("earlier")
                        + preview.getInt("later")
                        + preview.getInt("unchanged")
                        + preview.getInt("notDatable"));

        assertThat(Calls.hazard(sooner)).isEqualTo(before);
        assertThat(given().get("/api/policies?limit=1").<Integer>path("items[0].version"))
                .isEqualTo(newest);
    }

    @Test
    void aPreviewNamesTheYearsWhoseCalendarsItWouldNeed() {
        recorded();
        String id = assigned("SERIOUS", "RURAL_USE");
        JsonPath preview = Calls.post("/api/policies/preview", policy(line("SERIOUS", "RURAL_USE", "P366D", "WORKING")))
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(preview.getList("missingCalendars", Integer.class)).contains(2027);
        assertThat(preview.getInt("notDatable")).isPositive();
        assertThat(item(preview, id)).isNull();
    }

    private static Map<String, Object> item(JsonPath preview, String id) {
        return preview.param("id", id).getMap("items.find { it.id == id }");
    }
}
