package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that are entered here are in force long after the periods that other tests ask about. */
@QuarkusTest
class RankingRulesTest extends RealPartsTest {

    private static final String RULES = "/api/reports/ranking-rules";
    private static final String OTHER_RULES = """
            {"weights": {"MAJOR": 1, "SERIOUS": 1, "GENERAL": 1, "MINOR": 1}, "points": {"OPEN": %s}, "months": 1,
             "last": 3, "leastRanked": 6, "inARow": {"INTERVIEW_CENTRE": 5, "INTERVIEW_BUREAU_AND_MEDIA": 10,
             "PUBLIC_INTERVIEW": 1, "YELLOW_CARD": 1, "RED_CARD": 3}}""";

    @BeforeEach
    void longFromNow() {
        clock.set("2039-06-15T00:00:00Z");
    }

    @AfterEach
    void itIsTodayAgain() {
        clock.set("2026-07-01T00:00:00Z");
    }

    @Test
    void theProductComesWithRules() {
        given().get(RULES)
                .then()
                .statusCode(200)
                .body("items[-1].version", is(1))
                .body("items[-1].recordedAt", is((Object) null))
                .body("items[-1].weights.MAJOR", is(10))
                .body("items[-1].points.OVERDUE_NOW", is(40))
                .body("items[-1].inARow.RED_CARD", is(3));
    }

    @Test
    void aPeriodKeepsTheRulesThatWereInForceWhenItEnded() {
        String district = Kept.freshDistrict();
        tell(
                Life.in(district).by("某餐馆").found("2039-05-20T01:00:00Z"),
                Life.in(district).by("某餐馆").found("2039-06-14T01:00:00Z"));
        String before = score(district, "2039-06");
        put(OTHER_RULES.formatted("25.5")).statusCode(200);
        // By another version, now that June is not over; but May is.
        assertThat(score(district, "2039-06")).isEqualTo("74.5");
        assertThat(score(district, "2039-05")).isEqualTo(before);
        put(OTHER_RULES.formatted("30")).statusCode(200);
        clock.set("2039-08-01T00:00:00Z");
        put(OTHER_RULES.formatted("31")).statusCode(200);
        assertThat(score(district, "2039-06")).isEqualTo("70.0");
    }

    @Test
    void theSameRulesAgainChangeNothingAndAStaleVersionIsRefused() {
        String tag = put(OTHER_RULES.formatted("7")).statusCode(200).extract().header("ETag");
        assertThat(put(OTHER_RULES.formatted("7")).extract().header("ETag")).isEqualTo(tag);
        assertThat(given().get(RULES).header("ETag")).isEqualTo(tag);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(OTHER_RULES.formatted("8"))
                .put(RULES)
                .then()
                .statusCode(412)
                .header("ETag", tag);
        given().contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(OTHER_RULES.formatted("8"))
                .put(RULES)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"weights\": {\"HUGE\": 1}}; weights",
                "{\"colour\": \"red\"}; colour",
                "{\"points\": {\"OPEN\": \"many\"}}; points.OPEN",
                "{\"last\": 2.5}; last"
            })
    void whatIsNoRuleIsNamed(String body, String field) {
        put(body)
                .statusCode(400)
                .body("violations.field", is(List.of(field)))
                .body("violations[0].message", not(containsString("field.")));
    }

    @ParameterizedTest
    @CsvSource({"null", "[]", "{", "''"})
    void whatAreNoRulesAtAllIsRefused(String body) {
        put(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whatIsMissingIsNamedAtOnce() {
        put("{\"points\": {\"OPEN\": 1E999999999}, \"weights\": {\"MAJOR\": null, \"SERIOUS\": 101}}")
                .statusCode(400)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "weights.MAJOR",
                                "weights.SERIOUS",
                                "weights.GENERAL",
                                "weights.MINOR",
                                "points.OPEN",
                                "months",
                                "last",
                                "leastRanked",
                                "inARow.INTERVIEW_CENTRE",
                                "inARow.INTERVIEW_BUREAU_AND_MEDIA",
                                "inARow.PUBLIC_INTERVIEW",
                                "inARow.YELLOW_CARD",
                                "inARow.RED_CARD"));
    }

    private static String score(String district, String month) {
        return JsonPath.from(given().queryParam("of", "units")
                        .queryParam("period", month)
                        .queryParam("parent", district)
                        .get("/api/reports/rankings")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getString("items[0].score");
    }

    private static ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON).body(body).put(RULES).then();
    }
}
