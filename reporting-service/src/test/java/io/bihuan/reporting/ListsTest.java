package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The four lists 四个清单 of a district. */
@QuarkusTest
class ListsTest extends RealPartsTest {

    private final String district = Kept.freshDistrict();

    @Test
    void theListsSayWhatIsOpenWhereItStaysOpenWhatWasOrderedAndWhatWasAchieved() {
        Life overdue = Life.in(district)
                .being("MAJOR", "PIPELINE", "INSPECTION")
                .by("某燃气公司")
                .found("2026-05-01T01:00:00Z")
                .ordering("3200.50", true, false)
                .assigned("2026-05-02T01:00:00Z", "2026-05-09T01:00:00Z");
        Life found = Life.in(district)
                .being("MINOR", "STATION", "INSPECTION")
                .by("某供热公司")
                .found("2026-05-03T01:00:00Z");
        Life closed = Life.in(district)
                .being("MINOR", "STATION", "INSPECTION")
                .by("某供热公司")
                .found("2026-05-04T01:00:00Z")
                .assigned("2026-05-04T02:00:00Z", "2026-05-09T01:00:00Z")
                .rectified("2026-05-05T01:00:00Z")
                .closed("2026-05-06T01:00:00Z");
        tell(overdue, found, closed);

        lists("period", "2026-05", "asOf", "2026-05-31")
                .body("figures.found", is(3))
                .body(
                        "problems.hazardId",
                        contains(overdue.hazard().toString(), found.hazard().toString()))
                .body("weakPoints.categories.name", contains("PIPELINE", "STATION"))
                .body("weakPoints.units.name", contains("某燃气公司", "某供热公司"))
                .body("weakPoints.units[0].figures.overdueNow", is(1))
                .body("measures.hazard.hazardId", contains(overdue.hazard().toString()))
                .body("measures[0].funds", is(3200.5f))
                .body("measures[0].contingencyPlan", is(true))
                .body("results.hazardId", contains(closed.hazard().toString()))
                .body("results[0].daysToClose", is(2.0f));
        lists("period", "2026-04", "asOf", "2026-05-31")
                .body("problems", empty())
                .body("results", empty());
    }

    @Test
    void withoutAPeriodTheyAreRefused() {
        given().queryParam("parent", "")
                .get("/api/reports/lists")
                .then()
                .statusCode(400)
                .body("violations.field", contains("period"));
    }

    private ValidatableResponse lists(String... query) {
        var request = given().queryParam("parent", district);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/reports/lists").then().statusCode(200);
    }
}
