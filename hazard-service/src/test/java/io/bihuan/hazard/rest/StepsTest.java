package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.Calls.step;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the steps beside the backbone, as a client meets them. The clock stands at 10:00 of 3 May 2026. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class StepsTest {

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aMajorHazardIsAssignedOnlyWithTheFiveInPlace() {
        String id = Calls.post("/api/hazards", Calls.MAJOR).extract().path("id");

        step(id, "assignment", Calls.ASSIGNMENT.replace(", \"funds\": 3200.00", ""))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("funds", "contingencyPlan"));
        assertThat(Calls.hazard(id)).containsEntry("status", "FOUND").containsEntry("version", 1);

        step(id, "assignment", Calls.MAJOR_ASSIGNMENT).statusCode(200).body("status", is("ASSIGNED"));
    }

    @Test
    void aMajorHazardIsClosedOnlyUnderASupervisionNumber() {
        String id = Calls.rectifiedMajor();

        step(id, "closure", Calls.CLOSING)
                .statusCode(409)
                .body("hazardStatus", is("RECTIFIED"))
                .body("detail", containsString("挂牌督办"))
                .body("nextActions", hasItem("supervision"))
                .body("nextActions", not(hasItem("closure")));

        step(id, "supervision", Calls.SUPERVISION)
                .statusCode(200)
                .body("supervision.level", is("CITY"))
                .body("supervision.documentNumber", is("宁安委督〔2026〕3号"))
                .body("supervision.releasedAt", nullValue())
                .body("nextActions", hasItem("closure"));
        step(id, "reinspection", Calls.REINSPECTION).statusCode(200);
        step(id, "closure", Calls.CLOSING)
                .statusCode(200)
                .body("status", is("CLOSED"))
                .body("supervision.releasedAt", is("2026-05-03T02:00:00Z"));
    }

    @Test
    void aMajorHazardIsClosedByTwoPeople() {
        String id = Calls.rectifiedMajor();
        step(id, "supervision", Calls.SUPERVISION).statusCode(200);

        step(id, "closure", Calls.CLOSING).statusCode(400).body("violations.field", contains("approvedBy"));
        step(id, "closure", "{\"opinion\": \"合格\", \"inspector\": \"检查人员乙\", \"approvedBy\": \"检查人员 乙\"}")
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("inspector", "approvedBy", "approvedBy"));
        step(id, "reinspection", Calls.REINSPECTION)
                .statusCode(200)
                .body("status", is("RECTIFIED"))
                .body("reinspection.by", is("admin3"));
        step(id, "closure", Calls.CLOSING)
                .statusCode(200)
                .body("inspector", is("admin3"))
                .body("approvedBy", is("admin2"));
    }

    @Test
    void whoRectifiedDoesNotClose() {
        String id = Calls.rectified();
        for (String rectifier : List.of("餐馆负责人", " 餐馆 负责人 ")) {
            step(id, "closure", "{\"opinion\": \"合格\", \"inspector\": \"" + rectifier + "\"}")
                    .statusCode(400)
                    .body("violations.field", contains("inspector"));
        }
        assertThat(Calls.hazard(id)).containsEntry("status", "RECTIFIED");
    }

    @Test
    void anExtensionIsAskedForApprovedAndKeepsTheOriginalDeadline() {
        String id = Calls.assigned();
        step(id, "extension-requests", Calls.EXTENSION)
                .statusCode(200)
                .body("status", is("ASSIGNED"))
                .body("dueAt", is("2026-05-10T16:00:00Z"))
                .body("extensionRequest.n", is(1))
                .body("extensionRequest.until", is("2026-05-13T16:00:00Z"))
                .body("nextActions", hasItem("decision"))
                .body("nextActions", not(hasItem("extension-requests")));
        step(id, "extension-requests/1/decision", "{\"approved\": true}")
                .statusCode(200)
                .body("dueAt", is("2026-05-13T16:00:00Z"))
                .body("originalDueAt", is("2026-05-10T16:00:00Z"))
                .body("interimControls", is("停用燃气，专人值守"))
                .body("extensionRequest", nullValue());
        assertThat(types(id))
                .containsExactly("hazard.found", "hazard.assigned", "hazard.extension-requested", "hazard.extended");
    }

    @Test
    void aRefusedExtensionLeavesTheDeadlineAndNeedsAReason() {
        String id = Calls.assigned();
        step(id, "extension-requests", Calls.EXTENSION).statusCode(200);
        step(id, "extension-requests/1/decision", "{\"approved\": false}")
                .statusCode(400)
                .body("violations.field", contains("reason"));
        step(id, "extension-requests/1/decision", "{\"approved\": false, \"reason\": \"临时措施不足\"}")
                .statusCode(200)
                .body("dueAt", is("2026-05-10T16:00:00Z"));
        step(id, "extension-requests/1/decision", "{\"approved\": true}").statusCode(409);
        step(id, "extension-requests/2/decision", "{\"approved\": true}").statusCode(404);
    }

    @Test
    void anExtensionIsAskedForBeforeTheDeadlineAndNotAfterIt() {
        String id = Calls.assigned();
        clock.advance(Duration.ofDays(8));
        step(id, "extension-requests", Calls.EXTENSION)
                .statusCode(409)
                .body("hazardStatus", is("ASSIGNED"))
                .body("detail", containsString("到期前"))
                .body("nextActions", not(hasItem("extension-requests")));
    }

    @Test
    void anExtensionIsLaterThanTheDeadlineAndWithinThePolicysLimit() {
        String id = Calls.assigned();
        step(id, "extension-requests", Calls.EXTENSION.replace("05-14", "05-11"))
                .statusCode(400)
                .body("violations.field", contains("until"));
        step(id, "extension-requests", Calls.EXTENSION.replace("2026-05-14", "2027-05-14"))
                .statusCode(400)
                .body("violations.field", contains("until"));
        step(id, "extension-requests", Calls.EXTENSION.replace("停用燃气，专人值守", " "))
                .statusCode(400)
                .body("violations.field", contains("interimControls"));
    }

    @Test
    void oneRequestIsDecidedBeforeTheNextIsMade() {
        String id = Calls.assigned();
        step(id, "extension-requests", Calls.EXTENSION).statusCode(200);
        step(id, "extension-requests", Calls.EXTENSION).statusCode(409).body("detail", containsString("待决定"));
    }

    @Test
    void anApprovalThatComesAfterTheDeadlineAskedForIsRefused() {
        String id = Calls.assigned();
        step(id, "extension-requests", Calls.EXTENSION).statusCode(200);
        clock.advance(Duration.ofDays(12));
        step(id, "extension-requests/1/decision", "{\"approved\": true}")
                .statusCode(400)
                .body("violations.field", contains("approved"));
    }

    @Test
    void regradingCountsAPolicysDeadlineAnewFromWhereItBegan() {
        String id = Calls.found();
        step(id, "assignment", Calls.ASSIGNMENT.replace("\"withinDays\": 7,", ""))
                .statusCode(200);
        clock.advance(Duration.ofDays(2));
        step(id, "regrading", "{\"grade\": \"GENERAL\", \"reason\": \"降级\"}")
                .statusCode(200)
                .body("grade", is("GENERAL"))
                .body("dueAt", is("2026-05-10T16:00:00Z"));
        clock.advance(Duration.ofDays(3));
        step(id, "regrading", "{\"grade\": \"MINOR\", \"reason\": \"降级\"}")
                .statusCode(200)
                .body("dueAt", is("2026-05-08T16:00:00Z"));
    }

    @Test
    void regradingLeavesADeadlineThatAPersonGave() {
        String id = Calls.assigned();
        step(id, "regrading", "{\"grade\": \"MAJOR\", \"reason\": \"符合判定标准\"}")
                .statusCode(200)
                .body("dueAt", is("2026-05-10T16:00:00Z"));
        step(id, "regrading", "{\"grade\": \"MAJOR\", \"reason\": \"再次\"}")
                .statusCode(400)
                .body("violations.field", contains("grade"));
    }

    @Test
    void aTransferChangesTheUnitAndTheDistrictAndKeepsTheDeadline() {
        String id = Calls.assigned();
        step(id, "transfer", Calls.TRANSFER.replace("\"reason\"", "\"districtCode\": \"630103\", \"reason\""))
                .statusCode(200)
                .body("unit.name", is("城东区某物业公司"))
                .body("responsible.phone", is("13900000001"))
                .body("districtCode", is("630103"))
                .body("dueAt", is("2026-05-10T16:00:00Z"))
                .body("noticeNumber", matchesPattern("630102限改〔2026〕\\d+号"));
        step(id, "transfer", Calls.TRANSFER.replace("\"reason\"", "\"districtCode\": \"999999\", \"reason\""))
                .statusCode(400)
                .body("violations.field", contains("districtCode"));
    }

    @Test
    void supervisionIsNumberedHereIfNoNumberIsGivenAndOnlyRises() {
        String id = Calls.found();
        step(id, "supervision", "{\"level\": \"CITY\"}")
                .statusCode(200)
                .body("supervision.documentNumber", matchesPattern("630102督办〔2026〕\\d+号"));
        step(id, "supervision", "{\"level\": \"DISTRICT\"}")
                .statusCode(400)
                .body("violations.field", contains("level"));
        step(id, "supervision", "{\"level\": \"PROVINCE\"}").statusCode(200);
        step(id, "supervision", "{\"level\": \"PROVINCE\"}").statusCode(409);
    }

    @Test
    void aDuplicateIsMergedIntoTheHazardThatItRepeats() {
        String id = Calls.found();
        String other = Calls.found();
        step(id, "merger", "{\"into\": \"%s\", \"reason\": \"重复登记\"}".formatted(other))
                .statusCode(200)
                .body("status", is("MERGED"))
                .body("mergedInto", is(other))
                .body("nextActions", empty());
        step(other, "merger", "{\"into\": \"%s\", \"reason\": \"重复登记\"}".formatted(id))
                .statusCode(400)
                .body("violations.field", contains("into"));
        step(other, "merger", "{\"into\": \"%s\", \"reason\": \"重复登记\"}".formatted(other))
                .statusCode(400);
        step(other, "merger", "{\"into\": \"%s\", \"reason\": \"重复登记\"}".formatted(UUID.randomUUID()))
                .statusCode(400);
        step(other, "merger", "{\"into\": \"%s\", \"reason\": \" \"}".formatted(id))
                .statusCode(400)
                .body("violations.field", contains("reason"));
    }

    @Test
    void ofTwoMergersThatCrossOneIsTaken() {
        String one = Calls.found();
        String two = Calls.found();
        List<Integer> answers = Stream.of(List.of(one, two), List.of(two, one))
                .map(pair -> CompletableFuture.supplyAsync(() -> step(
                                pair.get(0), "merger", "{\"into\": \"%s\", \"reason\": \"重复\"}".formatted(pair.get(1)))
                        .extract()
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(200, 400);
    }

    @Test
    void onlyAHazardThatIsNotAssignedYetIsVoidedAndItNeedsAReason() {
        String id = Calls.found();
        step(id, "voiding", "{\"reason\": \"\"}").statusCode(400).body("violations.field", contains("reason"));
        step(id, "voiding", Calls.REASON)
                .statusCode(200)
                .body("status", is("VOIDED"))
                .body("dismissedBecause", is("现场核查后"));
        step(Calls.assigned(), "voiding", Calls.REASON).statusCode(409);
    }

    @Test
    void aClosedHazardThatComesBackIsReopenedUnderItsNumberInTheNextRound() {
        String id = Calls.closed();
        Map<String, Object> closed = Calls.hazard(id);
        clock.advance(Duration.ofDays(30));
        step(id, "reopening", Calls.REASON)
                .statusCode(200)
                .body("status", is("ASSIGNED"))
                .body("number", is(closed.get("number")))
                .body("round", is(2))
                .body("dueAt", is("2026-06-17T16:00:00Z"))
                .body("policyVersion", notNullValue())
                .body("unit.name", is("城东区某餐馆"))
                .body("closedAt", nullValue())
                .body("rectifiedAt", nullValue())
                .body("noticeNumber", not(is(closed.get("noticeNumber"))));
    }

    @Test
    void whatIsFixedOnTheSpotIsFoundAssignedAndRectifiedInOneVisitAndStillNeedsClosing() {
        String id = Calls.post("/api/hazards", fixedOnSpot("MINOR"))
                .statusCode(201)
                .body("status", is("RECTIFIED"))
                .body("version", is(3))
                .body("rectifiedBy", is("店长"))
                .body("nextActions", hasItem("closure"))
                .extract()
                .path("id");
        assertThat(types(id)).containsExactly("hazard.found", "hazard.assigned", "hazard.rectified");
        step(id, "closure", Calls.CLOSURE).statusCode(200);
    }

    @Test
    void aMajorHazardIsNotSettledOnTheSpot() {
        Calls.post("/api/hazards", fixedOnSpot("MAJOR"))
                .statusCode(400)
                .body("violations.field", contains("fixedOnSpot"));
        Calls.post("/api/hazards", fixedOnSpot("MINOR").replace("\"unit\": {\"name\": \"某餐馆\"},", ""))
                .statusCode(400)
                .body("violations.field", contains("unit"));
    }

    @Test
    void aHazardFoundAgainAtTheSameSiteAndItemWithinAYearIsARecurrence() {
        String site = "复发餐馆 " + UUID.randomUUID();
        String finding =
                Calls.FINDING.replace("城东区某餐馆", site).replace("\"source\"", "\"checkItem\": \"CU-01\", \"source\"");
        String first = Calls.post("/api/hazards", finding).extract().path("id");
        Calls.post("/api/hazards", finding).statusCode(201).body("recurrenceOf", nullValue());
        step(first, "assignment", Calls.ASSIGNMENT).statusCode(200);
        step(first, "rectification", Calls.RECTIFICATION).statusCode(200);
        step(first, "closure", Calls.CLOSURE).statusCode(200);

        clock.advance(Duration.ofDays(364));
        Calls.post("/api/hazards", finding).statusCode(201).body("recurrenceOf", is(first));
        Calls.post("/api/hazards", finding.replace("CU-01", "CU-02")).body("recurrenceOf", nullValue());
        clock.advance(Duration.ofDays(2));
        Calls.post("/api/hazards", finding).statusCode(201).body("recurrenceOf", nullValue());
    }

    @Test
    void whatIsFoundAtASiteOnFileTakesFromItsFileWhatItLeavesOut() {
        String code = "SITE-" + UUID.randomUUID();
        Calls.post("/api/units", """
                {"code": "%s-U", "name": "建档餐饮公司", "kind": "RESTAURANT", "districtCode": "630102"}""".formatted(code)).statusCode(201);
        Calls.post("/api/sites", """
                {"code": "%1$s", "name": "建档餐馆", "kind": "RESTAURANT", "districtCode": "630102", "unitCode": "%1$s-U",
                 "address": "东关大街1号", "location": {"lat": 36.61, "lon": 101.79}}""".formatted(code)).statusCode(201);

        Calls.post("/api/hazards", Calls.FINDING.replace("\"siteName\": \"城东区某餐馆\"", "\"site\": \"" + code + "\""))
                .statusCode(201)
                .body("site", is(code))
                .body("siteName", is("建档餐馆"))
                .body("address", is("东关大街1号"))
                .body("unit.name", is("建档餐饮公司"))
                .body("location.lat", is(36.61f));
        Calls.post("/api/hazards", Calls.FINDING.replace("\"siteName\"", "\"site\": \"nowhere\", \"siteName\""))
                .statusCode(400)
                .body("violations.field", contains("site"));
    }

    @Test
    void everyAssignmentIssuesANumberedNotice() {
        assertThat(Calls.hazard(Calls.assigned()).get("noticeNumber"))
                .asString()
                .matches("630102限改〔2026〕\\d+号");
    }

    @Test
    void aTextThatMayBeLeftOutIsNotSentBlank() {
        String id = Calls.rectified();
        step(id, "closure", "{\"opinion\": \"合格\", \"inspector\": \" \"}")
                .statusCode(400)
                .body("violations.field", contains("inspector"));
        step(id, "closure", "{\"opinion\": \"合格\"}").statusCode(200).body("closedAt", notNullValue());
    }

    private static String fixedOnSpot(String grade) {
        return """
                {"districtCode": "630102", "grade": "%s", "category": "COMMERCIAL_USE", "source": "INSPECTION",
                 "description": "软管未用卡箍固定", "unit": {"name": "某餐馆"},
                 "fixedOnSpot": {"description": "当场加装卡箍", "rectifiedBy": "店长"}}""".formatted(grade);
    }

    private static List<String> types(String id) {
        return given().get("/api/hazards/" + id + "/history")
                .then()
                .extract()
                .jsonPath()
                .getList("items.type");
    }
}
