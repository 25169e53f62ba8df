package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.PolicyCalls.assign;
import static io.bihuan.hazard.rest.PolicyCalls.found;
import static io.bihuan.hazard.rest.PolicyCalls.line;
import static io.bihuan.hazard.rest.PolicyCalls.recorded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendars of working days. The years that these tests enter are years that no other test counts in. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class CalendarsTest {

    @Inject
    SettableClock clock;

    @BeforeEach
    @AfterEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theProductBringsTheCalendarsOfTheNoticesThatAreOut() {
        given().get("/api/calendars").then().statusCode(200).body("items.year", hasItems(2023, 2024, 2025, 2026));
        given().get("/api/calendars/2026")
                .then()
                .statusCode(200)
                .body("shipped", is(true))
                .body("days[0].date", is("2026-01-01"))
                .body("days[0].name", is("元旦"))
                .body("days.findAll { it.kind == 'WORKDAY' }.date", hasItem("2026-10-10"));
        given().get("/api/calendars/2023").then().body("days[0].date", is("2022-12-31"));
    }

    @Test
    void ofAYearWithoutANoticeNothingIsKnown() {
        given().get("/api/calendars/2022").then().statusCode(404);
        given().get("/api/calendars/0").then().statusCode(404);
        given().get("/api/calendars/99999999999").then().statusCode(404);
        put("99999", day("2035-01-01", "OFF")).statusCode(404);
    }

    @Test
    void anOfficeEntersTheNextYearAndCorrectsIt() {
        put("2035", day("2034-12-31", "OFF"), day("2035-01-01", "OFF"), day("2035-01-06", "WORKDAY"))
                .statusCode(201)
                .header("Location", endsWith("/api/calendars/2035"))
                .body("shipped", is(false))
                .body("recordedBy", is("市专班办公室"))
                .body("recordedAt", is("2026-05-03T02:00:00Z"));
        put("2035", day("2035-01-02", "OFF"), day("2035-01-01", "OFF"))
                .statusCode(200)
                .body("days.date", contains("2035-01-01", "2035-01-02"));
        given().get("/api/calendars/2035").then().body("days.date", contains("2035-01-01", "2035-01-02"));
        given().get("/api/calendars/2034").then().statusCode(404);
    }

    @Test
    void aCalendarIsCountedByAtOnceAndRedatesNothing() {
        recorded(line("MINOR", "SUPPLY_SERVICE", "P3D", "WORKING"));
        clock.advance(Duration.between(SettableClock.START, Instant.parse("2030-05-06T02:00:00Z"))); // a Monday
        String id = found("MINOR", "SUPPLY_SERVICE");
        assign(id).statusCode(400).body("violations.field", contains("dueAt"));

        put("2030", day("2030-05-01", "OFF")).statusCode(201);
        assign(id).statusCode(200).body("dueAt", is("2030-05-09T16:00:00Z"));

        put("2030", day("2030-05-07", "OFF")).statusCode(200);
        assertThat(Calls.hazard(id)).containsEntry("dueAt", "2030-05-09T16:00:00Z");
        given().get("/api/hazards/" + id + "/deadline")
                .then()
                .body("dueAt", is("2030-05-09T16:00:00Z"))
                .body("recountedDueAt", is("2030-05-10T16:00:00Z"))
                .body("explanation", hasItem("按现有日历重算为 2030-05-10 24:00；已下达的期限不因此改变。"));
        assign(found("MINOR", "SUPPLY_SERVICE")).body("dueAt", is("2030-05-10T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2036-11-30, OFF, 2037-01-01, OFF, days[0].date", // of the year before, and not of its December
        "2037-01-01, OFF, 2038-01-01, OFF, days[1].date",
        "2037-01-01, OFF, 2037-01-01, OFF, days[1].date",
        "2037-01-01, OFF, +999999999-01-01, OFF, days[1].date",
        "2037-01-01, OFF, 2037-02-30, OFF, days[1].date",
        "2037-01-01, OFF, 2037-01-05, WORKDAY, days[1].date", // a Monday
        "2037-01-01, OFF, 2037-01-03, HOLIDAY, days[1].kind"
    })
    void aDayThatNoNoticeOfTheYearCanNameIsRefused(
            String one, String itsKind, String other, String kind, String field) {
        put("2037", day(one, itsKind), day(other, kind))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
        given().get("/api/calendars/2037").then().statusCode(404);
    }

    @Test
    void aDayOfAnotherYearsNoticeIsRefused() {
        put("2039", day("2038-12-31", "OFF")).statusCode(201);
        put("2038", day("2038-12-31", "OFF")).statusCode(400).body("violations.field", contains("days[0].date"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"days\": []}", "{\"days\": null}"})
    void aCalendarWithoutDaysIsRefused(String body) {
        Calls.json(body).put("/api/calendars/2037").then().statusCode(400).body("violations.field", contains("days"));
    }

    private static ValidatableResponse put(String year, String... days) {
        return Calls.json("{\"recordedBy\": \"市专班办公室\", \"days\": [" + String.join(", ", days) + "]}")
                .put("/api/calendars/" + year)
                .then();
    }

    private static String day(String date, String kind) {
        return "{\"date\": \"%s\", \"name\": \"节日\", \"kind\": \"%s\"}".formatted(date, kind);
    }
}
