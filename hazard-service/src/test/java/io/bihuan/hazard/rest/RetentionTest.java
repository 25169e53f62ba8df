package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personal data are erased when their time is over, and not before. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RetentionTest {

    private static final Duration TWO_YEARS = Duration.ofDays(731);

    @Inject
    SettableClock clock;

    @BeforeEach
    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aCallerIsErasedTwoYearsAfterTheCaseWasClosedAndTheLooksStay() {
        String id = closedCase();
        office().get("/api/cases/" + id + "/caller").then().body("name", is("来电人"));
        given().get("/api/retention/preview")
                .then()
                .statusCode(200)
                .body("items.kind", contains("CALLERS", "REPORTERS", "IMPORTS"))
                .body("items[0].before", is("2024-05-03T02:00:00Z"));
        run();
        office().get("/api/cases/" + id + "/caller").then().body("name", is("来电人"));

        clock.advance(TWO_YEARS.plusSeconds(1));
        JsonPath due = preview();
        assertThat(due.getInt("items[0].count")).isPositive();
        assertThat(due.getString("items[0].oldest")).isEqualTo("2026-05-03T02:00:00Z");
        office().get("/api/cases/" + id + "/caller").then().body("name", is("来电人"));

        assertThat(run().getInt("items.find { it.kind == 'CALLERS' }.erased")).isEqualTo(due.getInt("items[0].count"));
        assertThat(preview().getInt("items[0].count")).isZero();
        office().get("/api/cases/" + id + "/caller")
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("phone", nullValue())
                .body("erasedAt", is("2028-05-03T02:00:01Z"));
        office().get("/api/cases/" + id).then().statusCode(200).body("caller", nullValue());
        given().get("/api/cases/" + id + "/looks").then().body("items.size()", is(4));
    }

    @Test
    void aCallerOfACaseThatIsOpenStays() {
        String id = received();
        clock.advance(TWO_YEARS.multipliedBy(2));
        run();
        office().get("/api/cases/" + id + "/caller").then().body("name", is("来电人"));
    }

    @Test
    void whoReportedAHazardIsErasedTwoYearsAfterItsLifeEnded() {
        String finding = Calls.FINDING
                .replace("INSPECTION", "CITIZEN")
                .replace("\"siteName\"", "\"foundBy\": \"举报人丙\", \"siteName\"");
        String open = Calls.post("/api/hazards", finding).extract().path("id");
        String ended = Calls.post("/api/hazards", finding).extract().path("id");
        Calls.step(ended, "voiding", Calls.REASON).statusCode(200);
        clock.advance(TWO_YEARS.plusSeconds(1));
        run();
        office().get("/api/hazards/" + open + "/reporters").then().body("finder.name", is("举报人丙"));
        office().get("/api/hazards/" + ended + "/reporters")
                .then()
                .body("finder.name", nullValue())
                .body("finder.erasedAt", notNullValue());
    }

    @Test
    void aFileThatWasImportedIsErasedAfterNinetyDays() {
        String location = imported();
        given().get(location + "/errors").then().statusCode(200);
        clock.advance(Duration.ofDays(90).plusSeconds(1));
        assertThat(run().getInt("items.find { it.kind == 'IMPORTS' }.erased")).isPositive();
        given().get(location).then().statusCode(200).body("failed", is(1));
        given().get(location + "/errors").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aRunIsOnRecordAndTheSameKeyRunsOnce() {
        String key = UUID.randomUUID().toString();
        String id = given().header("Idempotency-Key", key)
                .post("/api/retention/runs")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        given().header("Idempotency-Key", key)
                .post("/api/retention/runs")
                .then()
                .statusCode(200)
                .body("id", is(id));
        given().get("/api/retention/runs")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '%s' }.by".formatted(id), not(nullValue()));
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Callers.token("office"));
    }

    private static JsonPath preview() {
        return given().get("/api/retention/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath run() {
        return given().post("/api/retention/runs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String received() {
        return Calls.post("/api/cases", """
                        {"kind": "COMPLAINT", "source": "HOTLINE_12345", "districtCode": "630102", "category": "HEAT_SUPPLY",
                         "description": "家中暖气不热", "caller": {"name": "来电人", "phone": "13911112222"}}""").statusCode(201).extract().path("id");
    }

    private static String closedCase() {
        String id = received();
        Calls.post("/api/cases/" + id + "/milestones/FEEDBACK", "{}").statusCode(200);
        Calls.post("/api/cases/" + id + "/closing", "{\"outcome\": \"RESOLVED\"}")
                .statusCode(200);
        return id;
    }

    /** A ledger with one row, which is wrong. */
    private static String imported() {
        String mapping = """
                ledger: retention
                dates: {patterns: [yyyy-MM-dd], zone: Asia/Shanghai}
                found:
                  at: 发现
                  externalNumber: 编号
                  districtCode: 区划
                  grade: {column: 等级, codes: {一般: GENERAL}}
                  category: {value: RESIDENTIAL_USE}
                  source: {value: CITIZEN}
                  description: 问题
                  foundBy: 举报人
                life: []
                steps: {}
                """;
        String location = given().multiPart(
                        "file",
                        "ledger.csv",
                        "编号,区划,等级,问题,发现,举报人\n1,630102,特别重大,燃气软管老化,2026-04-01,举报人丙\n".getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .multiPart("mapping", mapping, "text/plain; charset=UTF-8")
                .post("/api/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(1)).until(() -> given().get(location).path("state"), "DONE"::equals);
        return location;
    }
}
