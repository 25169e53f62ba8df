package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class CasesTest {

    private static final String RECEIPT = """
            {"kind": "COMPLAINT", "source": "HOTLINE_12345", "externalNumber": "NUMBER", "districtCode": "630102",
             "category": "HEAT_SUPPLY", "description": "家中暖气不热", "address": "城东区某小区 3 号楼",
             "location": {"lat": 36.6171, "lon": 101.7982},
             "caller": {"name": "来电人", "phone": "13911112222"}}""";
    private static final String NOW = "{}";
    private static final String FINDING = """
            {"grade": "SERIOUS", "category": "HEAT_NETWORK", "description": "供热管道泄漏", "foundBy": "抢修人员甲"}""";
    private static final String RESOLVED = """
            {"outcome": "RESOLVED"}""";

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    private final String number = UUID.randomUUID().toString();

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aCaseIsReceivedAssignedAnsweredAndClosed() {
        String id = Calls.post("/api/cases", receipt())
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("number", matchesPattern("C630102-2026-\\d{6,}"))
                .body("externalNumber", is(number))
                .body("status", is("RECEIVED"))
                .body(
                        "nextActions",
                        contains(
                                "assignment",
                                "milestones/CONTACT",
                                "milestones/ON_SITE",
                                "milestones/FEEDBACK",
                                "milestones/WRITTEN_PLAN",
                                "hazard",
                                "closing"))
                .extract()
                .path("id");
        step(id, "assignment", NOW).statusCode(200).body("status", is("ASSIGNED"));
        reach(id, "CONTACT").statusCode(200);
        reach(id, "ON_SITE").statusCode(200);
        reach(id, "FEEDBACK").statusCode(200);
        step(id, "closing", RESOLVED)
                .statusCode(200)
                .header("ETag", "\"6\"")
                .body("status", is("CLOSED"))
                .body("outcome", is("RESOLVED"))
                .body("externalNumber", is(number))
                .body("nextActions", empty());
        assertThat(types(id))
                .containsExactly(
                        "case.received",
                        "case.assigned",
                        "case.milestone-reached",
                        "case.milestone-reached",
                        "case.milestone-reached",
                        "case.closed");
    }

    @ParameterizedTest
    @CsvSource({
        "LEAK, false, CONTACT, 2026-05-03T02:10:00Z",
        "LEAK, false, ON_SITE, 2026-05-03T02:30:00Z",
        "COMPLAINT, false, ON_SITE, 2026-05-03T04:00:00Z",
        "SMALL_FAULT, false, REPAIR, 2026-05-03T06:00:00Z",
        "LARGE_FAULT, false, REPAIR, 2026-05-04T02:00:00Z",
        "SERVICE, false, FEEDBACK, 2026-05-04T02:00:00Z",
        "SERVICE, true, FEEDBACK, 2026-05-03T04:00:00Z"
    })
    void theClocksRunByKindAndDanger(String kind, String danger, String milestone, String due) {
        received(receipt().replace("COMPLAINT", kind).replaceFirst("\\{", "{\"lifeThreatening\": " + danger + ", "))
                .statusCode(201)
                .body(milestone(milestone, "dueAt"), is(due));
    }

    @Test
    void theClocksRunRoundTheClockFromWhenTheCaseWasReceived() {
        received(receipt().replaceFirst("\\{", "{\"receivedAt\": \"2026-05-03T00:30:00+08:00\", "))
                .body("receivedAt", is("2026-05-02T16:30:00Z"))
                .body(milestone("CONTACT", "dueAt"), is("2026-05-02T16:40:00Z"))
                .body(milestone("CONTACT", "overdue"), is(true))
                .body(milestone("FEEDBACK", "overdue"), is(false));
    }

    @Test
    void aMilestoneReachedAtTheVeryInstantIsInTimeAndALaterOneLate() {
        String id = received();
        clock.advance(Duration.ofMinutes(121));
        reach(id, "CONTACT", "2026-05-03T02:10:00Z")
                .statusCode(200)
                .body(milestone("CONTACT", "inTime"), is(true))
                .body(milestone("CONTACT", "reachedAt"), is("2026-05-03T02:10:00Z"));
        reach(id, "ON_SITE").body(milestone("ON_SITE", "inTime"), is(false));
    }

    @Test
    void aMilestoneIsReachedOnce() {
        String id = received();
        reach(id, "CONTACT").statusCode(200);
        reach(id, "CONTACT")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("caseStatus", is("RECEIVED"))
                .body("nextActions", not(hasItem("milestones/CONTACT")))
                .body("nextActions", hasItem("milestones/ON_SITE"));
    }

    @Test
    void ofTenMilestonesAtOnceOneCounts() {
        String id = received();
        assertThat(atOnce(() -> reach(id, "CONTACT").extract().statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(types(id)).containsExactly("case.received", "case.milestone-reached");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-03T02:00:01Z", "2026-05-03T01:59:59Z"})
    void aMilestoneNeitherInTheFutureNorBeforeTheReceiptIsReached(String at) {
        String id = received();
        reach(id, "CONTACT", at).statusCode(400).body("violations.field", contains("at"));
        assertThat(types(id)).containsExactly("case.received");
    }

    @ParameterizedTest
    @CsvSource({"REPAIR", "TEA", "contact"})
    void aMilestoneThatTheCaseDoesNotHaveIsNotFound(String name) {
        reach(received(), name).statusCode(404).body("detail", containsString(name));
    }

    @Test
    void aCaseWithoutFeedbackOrPlanIsNotClosedAndSaysWhatIsMissing() {
        String id = received();
        step(id, "closing", RESOLVED)
                .statusCode(400)
                .body("violations.field", contains("milestones"))
                .body("violations[0].message", containsString("FEEDBACK"));
    }

    @Test
    void aWrittenPlanStandsInForTheFeedback() {
        String id = received();
        reach(id, "WRITTEN_PLAN")
                .statusCode(200)
                .body(milestone("WRITTEN_PLAN", "dueAt"), is("2026-05-04T02:00:00Z"))
                .body(milestone("WRITTEN_PLAN", "inTime"), is(true));
        clock.advance(Duration.ofDays(2));
        given().get("/api/cases/" + id).then().body(milestone("FEEDBACK", "overdue"), is(false));
        step(id, "closing", "{\"outcome\": \"PLANNED\"}").statusCode(200).body("outcome", is("PLANNED"));
    }

    @Test
    void anOutcomeThatTheCaseDoesNotSupportIsRefused() {
        String id = received();
        reach(id, "FEEDBACK");
        step(id, "closing", "{\"outcome\": \"PLANNED\"}").statusCode(400).body("violations.field", contains("outcome"));
        step(id, "closing", "{\"outcome\": \"UNFOUNDED\"}")
                .statusCode(400)
                .body("violations.field", contains("reason"));
        step(id, "closing", "{\"outcome\": \"UNFOUNDED\", \"reason\": \"现场检测无泄漏\"}")
                .statusCode(200);
    }

    @Test
    void aClosedCaseTakesNoStepAndSaysSo() {
        String id = received();
        reach(id, "FEEDBACK");
        step(id, "closing", RESOLVED).statusCode(200);
        for (ValidatableResponse answer : List.of(
                step(id, "assignment", NOW),
                reach(id, "CONTACT"),
                step(id, "hazard", FINDING),
                step(id, "closing", RESOLVED))) {
            answer.statusCode(409).body("caseStatus", is("CLOSED")).body("nextActions", empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVICE_QUALITY, 街道办事处", "PRICE, 市场监管部门", "HEAT_THEFT, 公安机关", "HEAT_SUPPLY, 供热企业"})
    void aCaseIsRoutedByRule(String category, String department) {
        received(receipt().replace("HEAT_SUPPLY", category)).body("proposal.to.department", is(department));
    }

    @Test
    void aProposalIsAcceptedWithoutSayingWhom() {
        step(received(), "assignment", NOW)
                .body("assignee.department", is("供热企业"))
                .body("status", is("ASSIGNED"));
    }

    @Test
    void whoeverOverridesTheProposalSaysWhy() {
        String id = received();
        String other = "{\"to\": {\"department\": \"区住建局\"}}";
        step(id, "assignment", other).statusCode(400).body("violations.field", contains("reason"));
        step(id, "assignment", other.replaceFirst("\\{", "{\"reason\": \"属施工问题\", "))
                .statusCode(200)
                .body("assignee.department", is("区住建局"));
        step(id, "assignment", NOW).statusCode(400).body("violations.field", contains("reason"));
    }

    @Test
    void whereNoRuleAppliesAPersonNamesTheAssignee() {
        String id = received(receipt().replace("HEAT_SUPPLY", "OTHER"))
                .body("proposal", nullValue())
                .extract()
                .path("id");
        step(id, "assignment", NOW).statusCode(400).body("violations.field", contains("to"));
        step(id, "assignment", "{\"to\": {\"department\": \"区住建局\"}}").statusCode(200);
    }

    @Test
    void anAssigneeWhoseUnitIsNotOnFileIsRefused() {
        step(
                        received(),
                        "assignment",
                        "{\"to\": {\"unitCode\": \"nobody\", \"department\": \"某公司\"}, \"reason\": \"x\"}")
                .statusCode(400)
                .body("violations.field", contains("to.unitCode"));
    }

    @Test
    void aCaseOpensAHazardThatKeepsItsNumberSourceAndPlaceAndNotItsCaller() {
        String id = received();
        String hazard = step(id, "hazard", FINDING).statusCode(200).extract().path("hazard.id");

        given().get("/api/hazards/" + hazard)
                .then()
                .statusCode(200)
                .body("externalNumber", is(number))
                .body("source", is("HOTLINE_12345"))
                .body("districtCode", is("630102"))
                .body("address", is("城东区某小区 3 号楼"))
                .body("location.lat", is(36.6171f))
                .body("description", is("供热管道泄漏"))
                .body(not(containsString("13911112222")))
                .body(not(containsString("来电人")));
        given().get("/api/cases?hazard=" + hazard).then().body("items.id", contains(id));
        step(id, "hazard", FINDING).statusCode(409).body("nextActions", not(hasItem("hazard")));
    }

    @Test
    void aHazardThatCannotBeOpenedLeavesTheCaseAsItWas() {
        String id = received();
        step(id, "hazard", FINDING.replaceFirst("\\{", "{\"campaign\": \"no such campaign\", "))
                .statusCode(400)
                .body("violations.field", contains("campaign"));
        given().get("/api/cases/" + id).then().header("ETag", "\"1\"").body("hazard", nullValue());
        assertThat(types(id)).containsExactly("case.received");
    }

    @Test
    void aSourcesNumberIsOneCase() {
        String id = received();
        received(receipt())
                .statusCode(400)
                .body("violations.field", contains("externalNumber"))
                .body("violations[0].message", containsString(id));
        received(receipt().replace("HOTLINE_12345", "CITIZEN")).statusCode(201);
    }

    @Test
    void theSameNumberSentTenTimesAtOnceIsOneCase() {
        assertThat(atOnce(() -> received(receipt()).extract().statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 400);
        given().get("/api/cases?externalNumber=" + number).then().body("items.externalNumber", contains(number));
    }

    @Test
    void aListShowsWhatIsOverdue() {
        String id = received();
        clock.advance(Duration.ofMinutes(10));
        overdue("CONTACT").body("items", empty());
        clock.advance(Duration.ofMinutes(1));
        overdue("CONTACT").body("items.id", contains(id));
        overdue("ANY").body("items.id", contains(id));
        overdue("ON_SITE").body("items", empty());
        reach(id, "CONTACT");
        overdue("ANY").body("items", empty());
    }

    @Test
    void aListIsNarrowedByStatusDistrictAndSource() {
        String id = received();
        String url = "/api/cases?externalNumber=" + number + "&";
        given().get(url + "status=RECEIVED&district=6301&source=HOTLINE_12345")
                .then()
                .body("items.id", contains(id));
        for (String other : List.of("status=CLOSED", "district=6302", "source=CITIZEN")) {
            given().get(url + other).then().statusCode(200).body("items", empty());
        }
    }

    @ParameterizedTest
    @CsvSource({"status, OPEN", "source, RADIO", "overdue, LUNCH", "hazard, x", "cursor, x", "limit, 0", "colour, red"})
    void aBadQueryParameterIsNamed(String name, String value) {
        given().get("/api/cases?" + name + "=" + value).then().statusCode(400).body("violations.field", contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMPLAINT|GOSSIP|kind",
                "HOTLINE_12345|RADIO|source",
                "\"HEAT_SUPPLY\"|3|category",
                "630102|999999|districtCode",
                "\"NUMBER\"|\" \"|externalNumber",
                "家中|\\u0000|description",
                "13911112222|12345|caller.phone",
                "来电人|' '|caller.name",
                "36.6171|96.6171|location.lat",
                "\"caller\"|\"receivedAt\": \"2026-05-03T02:00:01Z\", \"caller\"|receivedAt",
                "\"phone\"|\"fax\": \"1\", \"phone\"|caller.fax"
            })
    void aCaseThatCannotBeIsRefused(String right, String wrong, String field) {
        assertThat(RECEIPT).contains(right);
        received(RECEIPT.replace(right, wrong).replace("NUMBER", number))
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        received("{}")
                .statusCode(400)
                .body("violations.field", contains("category", "description", "districtCode", "kind", "source"));
    }

    @Test
    void aStepOnAStaleVersionIsRefused() {
        String id = received();
        reach(id, "CONTACT");
        given().header("If-Match", "\"1\"")
                .spec(Calls.json(NOW))
                .post("/api/cases/" + id + "/assignment")
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
    }

    @Test
    void anUnknownCaseIsNotFound() {
        String nobody = "0199f3a0-0000-7000-8000-000000000000";
        given().get("/api/cases/" + nobody).then().statusCode(404).body("detail", containsString(nobody));
        step(nobody, "closing", RESOLVED).statusCode(404);
    }

    private String receipt() {
        return RECEIPT.replace("NUMBER", number);
    }

    private String received() {
        return received(receipt()).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse received(String receipt) {
        return Calls.post("/api/cases", receipt);
    }

    private static ValidatableResponse step(String id, String action, String body) {
        return Calls.post("/api/cases/" + id + "/" + action, body);
    }

    private static ValidatableResponse reach(String id, String milestone) {
        return step(id, "milestones/" + milestone, NOW);
    }

    private static ValidatableResponse reach(String id, String milestone, String at) {
        return step(id, "milestones/" + milestone, "{\"at\": \"" + at + "\"}");
    }

    private ValidatableResponse overdue(String milestone) {
        return given().get("/api/cases?externalNumber=" + number + "&overdue=" + milestone)
                .then()
                .statusCode(200);
    }

    private static String milestone(String name, String field) {
        return "milestones.find { it.name == '%s' }.%s".formatted(name, field);
    }

    private static List<Integer> atOnce(Supplier<Integer> call) {
        return IntStream.range(0, 10).mapToObj(i -> CompletableFuture.supplyAsync(call)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private List<String> types(String id) {
        return database.createQuery(
                        "select h.type from HistoryRow h where h.stream = 'case' and h.key = :key order by h.version",
                        String.class)
                .setParameter("key", id)
                .getResultList();
    }
}
