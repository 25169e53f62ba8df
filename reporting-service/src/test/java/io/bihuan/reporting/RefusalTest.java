package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.bihuan.reporting.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalTest extends RealPartsTest {

    private static final String REPORT = "/api/reports/districts";
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @CsvSource({
        "parent, 63~",
        "parent, 6301020010000",
        "parent, 青海",
        "from, yesterday",
        "from, 2026-02-30",
        "to, 2026-13-01",
        "asOf, 2026-05-01T08:00:00",
        "asOf, 12026-05-01",
        "grade, HUGE",
        "grade, major",
        "category, GAS",
        "source, RUMOUR",
        "district, 63",
        "Parent, 63"
    })
    void aWrongParameterIsNamed(String name, String value) {
        given().queryParam(name, value)
                .get(REPORT)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("status", is(400))
                .body("title", is("请求有误"))
                .body("type", is("urn:bihuan:problem:400"))
                .body("instance", is(REPORT))
                .body("violations.field", is(List.of(name)))
                .body("violations[0].message", not(containsString("parameter.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "2026-05-09T00:30:00Z",
                "+999999999-12-31T23:59:59Z 1-2-3-4-5",
                "0000-12-31T23:59:59Z 1-2-3-4-5"
            })
    void aCursorToWhereNoHazardIsIsNamed(String place) {
        given().queryParam("cursor", Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8)))
                .get("/api/reports/hazards")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("violations.field", is(List.of("cursor")));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        given().queryParam("from", "x")
                .queryParam("grade", "HUGE")
                .queryParam("colour", "red")
                .get(REPORT)
                .then()
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("from", "grade", "colour"));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        given().queryParam("from", "2026-05-02")
                .queryParam("to", "2026-05-01")
                .header("Accept-Language", "en")
                .get(REPORT)
                .then()
                .statusCode(400)
                .body("title", is("Bad request"))
                .body("detail", is("One query parameter is wrong"))
                .body("violations[0].field", is("from"))
                .body("violations[0].message", is("Must not be later than to"));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        given().queryParam("grade", "MAJOR", "MINOR")
                .get(REPORT)
                .then()
                .statusCode(400)
                .body("violations[0].field", is("grade"));
    }

    @Test
    void whereThereAreNoParametersNoneIsTaken() {
        given().queryParam("limit", "5")
                .header("Accept-Language", "en")
                .get("/api/reports/ranking-rules")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("limit")))
                .body("violations[0].message", is("There are no query parameters here"));
    }

    @Test
    void rulesThatHaveNotChangedAreNotSentAgain() {
        String tag = given().get("/api/reports/ranking-rules").header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/reports/ranking-rules")
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void aDistrictThatNobodyKnowsIsNotFound() {
        String unknown = Kept.freshDistrict();
        given().queryParam("parent", unknown)
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .get(REPORT)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("title", is("Not found"))
                .body("detail", containsString(unknown));
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/reports/nothing, 404, 未找到", "POST, /api/reports/districts, 405, 不支持该方法"})
    void whatIsNotThereIsAProblemTooWithoutTheFrameworksWords(String method, String path, int status, String title) {
        String body = given().request(method, path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("title", is(title))
                .extract()
                .asString();
        assertThat(body).doesNotContain("RESTEASY", "HTTP 4", "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/reports/briefings",
        "POST, /api/reports/briefing-schedules",
        "PUT, /api/reports/ranking-rules"
    })
    void aBodyThatIsNoJsonIsNamed(String method, String path) {
        // The last is taken for UTF-32, in letters that are none.
        for (String broken : List.of("{", "{\"district\": 63x}", "nonsense", "[".repeat(2_000), "\0\0\0{\1\b\0\0")) {
            given().contentType("application/json")
                    .header("Accept-Language", "en")
                    .body(broken)
                    .request(method, path)
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("type", is("urn:bihuan:problem:400"))
                    .body("title", is("Bad request"))
                    .body("detail", is("One field of the request is wrong"))
                    .body("violations.field", is(List.of("")))
                    .body("violations[0].message", is("Must be a JSON object"));
        }
    }

    @Test
    void aNumberThatNothingCanHoldIsNamedByItsField() {
        given().contentType("application/json")
                .body("{\"district\": \"63\", \"kind\": \"MONTHLY\", \"dayOfMonth\": 99999999999}")
                .post("/api/reports/briefing-schedules")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("violations.field", is(List.of("dayOfMonth")));
    }

    @Test
    void theServiceSaysThatItIsWellAndDocumentsWhatItAnswers() {
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server"));
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'%s'.get.parameters.size()".formatted(REPORT), is(13))
                .body(
                        "paths.'%s'.get.responses.'200'.content.'application/json'.examples.size()".formatted(REPORT),
                        is(1));
    }
}
