package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.bihuan.reporting.testing.Activity.CampaignTold;
import io.bihuan.reporting.testing.Activity.PhaseTold;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.DescribedCall;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of reports and briefings: what lies in their districts. */
@QuarkusTest
class ScopeTest extends RealPartsTest {

    private static final String API = "/api/reports/";

    private final String city = Kept.freshDistrict();
    private final String neighbour = Kept.freshDistrict();
    private final String own = Callers.token("of " + city, "SUPERVISOR", city);
    private final String stranger = Callers.token("of " + neighbour, "SUPERVISOR", neighbour);
    private final String ofBoth = Callers.token("of " + city + neighbour, "SUPERVISOR", city, neighbour);

    @BeforeEach
    void oneHazardIsFoundInEachCity() {
        clock.set("2026-05-08T09:00:00Z");
        topics.send(
                Event.ofDistrict(city, 1, "某市"),
                Event.ofDistrict(city + "01", 1, "东区"),
                Event.ofDistrict(neighbour, 1, "邻市"));
        kept.awaitDistrict(city, 1);
        kept.awaitDistrict(city + "01", 1);
        kept.awaitDistrict(neighbour, 1);
        tell(
                Life.in(city + "01").found("2026-05-01T01:00:00Z"),
                Life.in(neighbour).found("2026-05-01T01:00:00Z"));
    }

    @Test
    void everyReportIsOfADistrictOfOnesOwn() {
        List<DescribedCall> reports = DescribedCall.all().stream()
                .filter(call -> call.takes("parent") || call.path().matches(API + "(trend|stream)"))
                .toList();
        assertThat(reports).hasSizeGreaterThan(8);
        for (DescribedCall report : reports) {
            String parameter = report.takes("parent") ? "parent" : "district";
            for (String outside : List.of(city, city + "01", city.substring(0, 3))) {
                asked(stranger, report)
                        .queryParam(parameter, outside)
                        .get(report.path())
                        .then()
                        .statusCode(404);
            }
            asked(ofBoth, report)
                    .get(report.path())
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem(parameter))
                    .body("violations.message", hasItem(containsString(city + ", " + neighbour)));
            if (!report.path().endsWith("/stream")) {
                String ofCity = asked(own, report)
                        .queryParam(parameter, city)
                        .get(report.path())
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", containsString("private"))
                        .extract()
                        .header("ETag");
                asked(own, report).get(report.path()).then().statusCode(200).header("ETag", equalTo(ofCity));
                asked(ofBoth, report)
                        .queryParam(parameter, city + "01")
                        .get(report.path())
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void whoNamesNoDistrictReadsHisOwn() {
        as(own).get(API + "districts")
                .then()
                .statusCode(200)
                .body("items.districtCode", contains(city + "01"))
                .body("total.found", equalTo(1));
        as(own).queryParam("of", "found").get(API + "hazards").then().body("items.districtCode", contains(city + "01"));
        as(Callers.token("of nothing", "OFFICE"))
                .header("Accept-Language", "en")
                .get(API + "districts")
                .then()
                .statusCode(400)
                .body("violations.message", contains("Must be one of your districts: —"));
        as(Callers.token("of both at once", "OFFICE", city, city + "01"))
                .get(API + "districts")
                .then()
                .statusCode(200)
                .body("total.found", equalTo(1));
    }

    @Test
    void whatIsUnchangedForOneIsNotUnchangedForAnother() {
        String tag = as(own).get(API + "districts").header("ETag");

        as(own).header("If-None-Match", tag).get(API + "districts").then().statusCode(304);
        as(stranger).header("If-None-Match", tag).get(API + "districts").then().statusCode(200);
    }

    @Test
    void everyCallThatNamesAThingOutsideIsAnsweredAsIfThereWereNone() {
        String draft = as(own).body(Map.of("district", city, "period", "2026-W18", "draft", true))
                .post(API + "briefings")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String issued = as(own).body(Map.of("district", city, "period", "2026-W18"))
                .post(API + "briefings")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String schedule = as(own).body(Map.of("district", city, "kind", "WEEKLY"))
                .post(API + "briefing-schedules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String campaign = planned("OWN-" + city, city + "01");
        List<DescribedCall> calls = DescribedCall.ofThingsInDistricts();
        assertThat(calls).hasSizeGreaterThan(8);

        assertThat(calls.stream()
                        .flatMap(call -> List.of(draft, issued).stream()
                                .map(briefing -> call + " "
                                        + as(stranger)
                                                .header("If-Match", "\"1\"")
                                                .body("{}")
                                                .request(
                                                        call.method(),
                                                        call.path()
                                                                .replace(
                                                                        "{number}",
                                                                        briefing.substring(
                                                                                briefing.lastIndexOf('/') + 1))
                                                                .replace("{id}", schedule)
                                                                .replace("{code}", campaign))
                                                .statusCode()))
                        .filter(answered -> !answered.endsWith(" 404"))
                        .toList())
                .isEmpty();
        as(own).get(draft).then().statusCode(200);
        as(own).get(issued).then().statusCode(200).header("Vary", containsString("Authorization"));
        as(own).get(issued + "/difference").then().statusCode(200);
        as(own).get(API + "briefing-schedules/" + schedule).then().statusCode(200);
        as(own).get(API + "campaigns/" + campaign).then().statusCode(200);
        for (String list : List.of("briefings", "briefing-schedules")) {
            as(own).get(API + list).then().statusCode(200).body("items", not(empty()));
            as(stranger).get(API + list).then().statusCode(200).body("items", empty());
            as(stranger).queryParam("district", city).get(API + list).then().statusCode(404);
        }
        as(own).delete(API + "briefing-schedules/" + schedule).then().statusCode(204);
    }

    @Test
    void nothingIsIssuedOrPlannedForAnotherDistrict() {
        refused(as(stranger)
                        .body(Map.of("district", city, "period", "2026-W18"))
                        .post(API + "briefings"))
                .then()
                .body("violations[0].message", containsString(neighbour));
        refused(as(stranger).body(Map.of("district", city, "kind", "WEEKLY")).post(API + "briefing-schedules"));
        String schedule = as(own).body(Map.of("district", city, "kind", "MONTHLY"))
                .post(API + "briefing-schedules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused(as(own).body(Map.of("district", neighbour, "kind", "MONTHLY"))
                .put(API + "briefing-schedules/" + schedule));
        as(own).delete(API + "briefing-schedules/" + schedule).then().statusCode(204);
    }

    @Test
    void ofACampaignOneSeesWhatOfItLiesInOnesDistricts() {
        String everywhere = planned("ALL-" + city, city.substring(0, 3));
        String neighbours = planned("NEXT-" + city, neighbour);

        as(own).get(API + "campaigns/" + everywhere)
                .then()
                .statusCode(200)
                .body("campaign.districts", contains(city))
                .body("inAll.items.districtCode", contains(city));
        as(own).get(API + "campaigns/" + neighbours).then().statusCode(404);
        as(own).queryParam("limit", 500)
                .get(API + "campaigns")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(everywhere))
                .body("items.code", not(hasItem(neighbours)));
        given().get(API + "campaigns/" + everywhere).then().body("campaign.districts", contains(city.substring(0, 3)));
    }

    @Test
    void aKeyIsItsOwners() {
        Map<String, Object> order = Map.of("district", city, "period", "2026-W18", "draft", true);
        String key = "scope " + city;
        String mine = as(own).header("Idempotency-Key", key)
                .body(order)
                .post(API + "briefings")
                .header("Location");

        as(own).header("Idempotency-Key", key)
                .body(order)
                .post(API + "briefings")
                .then()
                .header("Location", equalTo(mine));
        as(ofBoth)
                .header("Idempotency-Key", key)
                .body(order)
                .post(API + "briefings")
                .then()
                .statusCode(201)
                .header("Location", not(equalTo(mine)));
    }

    private String planned(String code, String district) {
        topics.send(new CampaignTold(
                        code,
                        1,
                        List.of(district),
                        List.of("RESTAURANT"),
                        "1",
                        "1",
                        List.of(new PhaseTold("SELF_CHECK", "2026-05-01", "2026-05-10")))
                .event());
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(API + "campaigns/" + code)
                .then()
                .statusCode(200));
        return code;
    }

    private static Response refused(Response answer) {
        answer.then().statusCode(400).body("violations.field", contains("district"));
        return answer;
    }

    /** With what the report must be asked with beside the district. */
    private static RequestSpecification asked(String token, DescribedCall report) {
        RequestSpecification request = as(token);
        for (String pair : report.query().split("&")) {
            if (pair.contains("=")) {
                request.queryParam(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        return report.takes("period") && !report.query().contains("period=")
                ? request.queryParam("period", "2026-05")
                : request;
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
