package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.Calls.ASSIGNMENT;
import static io.bihuan.hazard.rest.Calls.FINDING;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is named, and nothing is changed. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class BadInputTest {

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    private long rowsBefore;

    @BeforeEach
    void count() {
        clock.reset();
        rowsBefore = rows();
    }

    /** Tests that need a hazard make it first and call {@link #count()} again. */
    @AfterEach
    void nothingWasChanged() {
        assertThat(rows()).as("rows of the history").isEqualTo(rowsBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "[]", "null", "\"text\"", "{\"a\":1,}", "{\"grade\":\"MAJOR\",\"grade\":\"MINOR\"}"})
    void malformedJson(String body) {
        problem(Calls.post("/api/hazards", body), 400);
    }

    @Test
    void malformedJsonIsLocated() {
        problem(Calls.post("/api/hazards", "{\n  \"grade\": MAJOR}"), 400).body("detail", containsString("2"));
    }

    @Test
    void aBodyInLettersThatAreNoneIsRefused() {
        // Taken for UTF-32.
        problem(Calls.post("/api/hazards", "\0\0\0{\1\b\0\0"), 400).body("detail", containsString("UTF-8"));
    }

    @Test
    void anUnknownFieldIsNamed() {
        refused(FINDING.replace("\"grade\"", "\"colour\": \"red\", \"grade\""), "colour")
                .body("violations[0].message", is("没有此字段"));
    }

    @Test
    void aCodeThatThereIsNotIsToldWithThoseThatThereAre() {
        refused(FINDING.replace("\"SERIOUS\"", "\"SEVERE\""), "grade")
                .body("violations.message", contains("“SEVERE”不在可选值之内：MAJOR, SERIOUS, GENERAL, MINOR"));
    }

    @Test
    void aValueOfHalfLettersOrWithoutEndIsToldAsFarAsItCanBe() {
        refused(FINDING.replace("SERIOUS", "\\ud83d" + "长".repeat(5_000)), "grade")
                .body("violations.message", contains(containsString("“\uFFFD" + "长".repeat(59) + "”")));
    }

    @Test
    void aTimeThatIsNoneIsToldWithOneThatIs() {
        refused(FINDING.replace("{", "{\"foundAt\": \"yesterday\","), "foundAt")
                .body("violations.message", contains(containsString("2026-05-11T00:00:00+08:00")));
    }

    @Test
    void anUnknownFieldDeepInsideIsNamedWithItsPath() {
        String id = found();
        String body = ASSIGNMENT.replace("\"phone\"", "\"fax\": \"1\", \"phone\"");
        problem(Calls.step(id, "assignment", body), 400).body("violations.field", contains("responsible.fax"));
    }

    @Test
    void anUnknownDistrictIsNamed() {
        refused(FINDING.replace("630102", "990102"), "districtCode")
                .body("violations[0].message", containsString("990102"));
    }

    @ParameterizedTest
    @CsvSource({
        "SERIOUS, SEVERE, grade",
        "SERIOUS, '', grade",
        "COMMERCIAL_USE, PIPES, category",
        "INSPECTION, RUMOUR, source"
    })
    void anUnknownCodeIsNamed(String code, String wrong, String field) {
        refused(FINDING.replace(code, wrong), field);
    }

    @ParameterizedTest
    @CsvSource({"'\"SERIOUS\"', 1, grade", "'\"630102\"', 630102, districtCode", "'\"630102\"', null, districtCode"})
    void aValueOfAnotherTypeIsNamed(String text, String other, String field) {
        refused(FINDING.replace(text, other), field);
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        problem(Calls.post("/api/hazards", "{}"), 400)
                .body("violations.field", contains("category", "description", "districtCode", "grade", "source"));
    }

    @Test
    void aTextWithNulIsRefused() {
        refused(FINDING.replace("后厨", "后\\u0000厨"), "description");
    }

    @Test
    void aTextThatIsTooLongIsNamed() {
        refused(FINDING.replace("后厨", "长".repeat(4001)), "description");
    }

    @Test
    void aHazardFoundInTheFutureIsRefused() {
        refused(FINDING.replace("{", "{\"foundAt\": \"2026-05-03T02:00:01Z\","), "foundAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-03", "yesterday", "2026-05-03T02:00:00", "1777777777", "+999999999-12-31T00:00:00Z"})
    void aTimeWithoutOffsetOrOutOfRangeIsRefused(String time) {
        refused(FINDING.replace("{", "{\"foundAt\": \"" + time + "\","), "foundAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1777777777", "301973351668804360", "1.5", "1E999999999", "1E-999999999", "true"})
    void aTimeAsANumberIsRefused(String number) {
        refused(FINDING.replace("{", "{\"foundAt\": " + number + ","), "foundAt");
    }

    @ParameterizedTest
    @CsvSource({"91, 0, location.lat", "0, -180.5, location.lon", "-91.5, 0, location.lat"})
    void aPlaceThatIsNotOnEarthIsRefused(String lat, String lon, String field) {
        refused(FINDING.replace("{", "{\"location\": {\"lat\": %s, \"lon\": %s},".formatted(lat, lon)), field);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"withinDays\": 7', '\"dueAt\": \"2026-05-03T02:00:00Z\"', dueAt",
        "'\"withinDays\": 7', '\"dueAt\": \"2046-05-03T02:00:00Z\"', dueAt",
        "'\"withinDays\": 7', '\"withinDays\": -1', withinDays",
        "'\"withinDays\": 7', '\"withinDays\": 1.5', withinDays",
        "'\"withinDays\": 7', '\"withinDays\": \"7\"', withinDays",
        "13900000000, 12345, responsible.phone",
        "3200.00, -1, funds",
        "3200.00, 0.001, funds"
    })
    void anAssignmentThatCannotBeIsRefused(String right, String wrong, String field) {
        String id = found();
        problem(Calls.step(id, "assignment", ASSIGNMENT.replace(right, wrong)), 400)
                .body("violations.field", hasItem(field));
        assertThat(Calls.hazard(id)).containsEntry("status", "FOUND");
    }

    @Test
    void aDeadlineGivenInTwoWaysIsRefused() {
        String id = found();
        String both = ASSIGNMENT.replace("\"withinDays\": 7", "\"withinDays\": 7, \"dueAt\": \"2026-06-01T00:00:00Z\"");
        problem(Calls.step(id, "assignment", both), 400).body("violations.field", contains("dueAt", "withinDays"));
    }

    @Test
    void anIllegalStepSaysWhichAreLegalNow() {
        String id = found();
        problem(Calls.step(id, "closure", Calls.CLOSURE), 409)
                .body("hazardStatus", is("FOUND"))
                .body("nextActions", contains("assignment", "regrading", "supervision", "merger", "voiding"))
                .body("detail", containsString("assignment"));
    }

    @Test
    void anUnknownHazardIsNotFound() {
        String nobody = "0199f3a0-0000-7000-8000-000000000000";
        problem(given().get("/api/hazards/" + nobody).then(), 404).body("detail", containsString(nobody));
        problem(given().get("/api/hazards/" + nobody + "/history").then(), 404);
        problem(Calls.step(nobody, "closure", Calls.CLOSURE), 404);
        problem(given().get("/api/hazards/not-an-id").then(), 404);
    }

    @Test
    void aPathThatDoesNotExistIsNotFound() {
        problem(given().get("/api/nothing").then(), 404);
        problem(given().get("/nothing").then(), 404);
    }

    @Test
    void aMethodThatDoesNotExistIsNotAllowed() {
        problem(given().delete("/api/hazards").then(), 405);
    }

    @Test
    void aBodyThatIsNotJsonIsNotSupported() {
        problem(
                given().contentType("text/plain")
                        .body("hello")
                        .post("/api/hazards")
                        .then(),
                415);
    }

    @Test
    void aMissingBodyIsRefused() {
        problem(given().contentType("application/json").post("/api/hazards").then(), 400);
    }

    @Test
    void anOversizedBodyIsRefused() {
        String big = FINDING.replace("后厨", "x".repeat(2 * 1024 * 1024));
        problem(Calls.post("/api/hazards", big), 413);
    }

    @Test
    void deepNestingIsRefused() {
        problem(Calls.post("/api/hazards", "[".repeat(100)), 400);
        problem(Calls.post("/api/hazards", "{\"a\":".repeat(100)), 413);
    }

    @Test
    void aTextIsNotTakenForABodyOfOneText() {
        for (String path : List.of("/api/hazards/" + found() + "/voiding", "/api/trainings/1/voiding")) {
            problem(
                    given().contentType("text/plain")
                            .body("{\"reason\": 1}")
                            .post(path)
                            .then(),
                    415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/trainings?from=", "/api/inspections?to=", "/api/hazards?foundFrom="})
    void aTimeBeyondAnyCalendarIsRefused(String path) {
        problem(given().get(path + "-999999999-01-01T00:00:00Z").then(), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 501",
        "limit, x",
        "status, OPEN",
        "grade, BAD",
        "overdue, maybe",
        "dueBefore, tomorrow",
        "foundFrom, 2026-05-01",
        "sort, colour",
        "cursor, abc",
        "cursor, '!!'",
        // NEWEST_FIRST +999999999-12-31T23:59:59Z 1-2-3-4-5
        "cursor, TkVXRVNUX0ZJUlNUICs5OTk5OTk5OTktMTItMzFUMjM6NTk6NTlaIDEtMi0zLTQtNQ",
        "colour, red",
        "q, %00"
    })
    void aBadQueryParameterIsNamed(String name, String value) {
        problem(
                        given().urlEncodingEnabled(false)
                                .get("/api/hazards?" + name + "=" + value.replace("!", "%21"))
                                .then(),
                        400)
                .body("violations.field", contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "\"1\" x", ""})
    void aMalformedIfMatchIsNamed(String header) {
        String id = found();
        problem(
                        given().header("If-Match", header)
                                .spec(Calls.json(ASSIGNMENT))
                                .post("/api/hazards/" + id + "/assignment")
                                .then(),
                        400)
                .body("violations.field", contains("If-Match"));
    }

    @Test
    void anIdempotencyKeyThatIsTooLongIsRefused() {
        problem(
                        given().header("Idempotency-Key", "k".repeat(256))
                                .spec(Calls.json(FINDING))
                                .post("/api/hazards")
                                .then(),
                        400)
                .body("violations.field", contains("Idempotency-Key"));
    }

    @Test
    void anEnglishClientIsAnsweredInEnglish() {
        given().header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5")
                .spec(Calls.json(FINDING.replace("630102", "990102").replace("后厨", "kitchen")))
                .post("/api/hazards")
                .then()
                .statusCode(400)
                .body("title", is("The request is wrong"))
                .body("violations[0].message", is("district 990102 is not on file"));
    }

    @Test
    void aConstraintIsExplainedInTheClientsLanguage() {
        String id = found();
        String body = ASSIGNMENT.replace("13900000000", "12345");
        problem(Calls.step(id, "assignment", body), 400).body("violations[0].message", containsString("手机号"));
        given().header("Accept-Language", "en")
                .spec(Calls.json(body))
                .post("/api/hazards/" + id + "/assignment")
                .then()
                .body("violations[0].message", containsString("E.164"));
    }

    private String found() {
        String id = Calls.found();
        count();
        return id;
    }

    private static ValidatableResponse refused(String finding, String field) {
        return problem(Calls.post("/api/hazards", finding), 400).body("violations.field", contains(field));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("title", notNullValue())
                .body("type", notNullValue())
                .body("instance", notNullValue())
                .body(not(containsString("Exception")))
                .body(not(containsString("at io.")));
    }

    private long rows() {
        return ((Number) database.createNativeQuery("select count(*) from history")
                        .getSingleResult())
                .longValue();
    }
}
