package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.PolicyCalls.assigned;
import static io.bihuan.hazard.rest.PolicyCalls.line;
import static io.bihuan.hazard.rest.PolicyCalls.recorded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every deadline explains itself. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class HazardDeadlineTest {

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aHazardThatIsNotAssignedSaysThatItHasNoDeadline() {
        explanation(Calls.found())
                .body("explanation", contains("隐患尚未交办，没有整改期限。"))
                .body("dueAt", nullValue())
                .body("givenBy", nullValue())
                .body("overdue", is(false))
                .body("skipped", empty())
                .body("extensions", empty());
    }

    @Test
    void aDeadlineThatAPersonGaveSaysSo() {
        recorded();
        explanation(Calls.assigned())
                .body("givenBy", is("PERSON"))
                .body("dueAt", is("2026-05-10T16:00:00Z"))
                .body("originalDueAt", is("2026-05-10T16:00:00Z"))
                .body("policyVersion", nullValue())
                .body("counting", nullValue())
                .body("extensibleUntil", is("2026-05-25T16:00:00Z"))
                .body(
                        "explanation",
                        contains("整改期限 2026-05-10 24:00 是直接给定的，不是按期限规定计算的。", "按规定最迟可延至 2026-05-25 24:00。"));
    }

    @Test
    void calendarDaysAreExplained() {
        int version = recorded();
        explanation(assigned("SERIOUS", "COMMERCIAL_USE"))
                .body("givenBy", is("POLICY"))
                .body("policyVersion", is(version))
                .body("from", is("2026-05-03T02:00:00Z"))
                .body("time", is("P15D"))
                .body("counting", is("CALENDAR"))
                .body("daysCounted", is(15))
                .body("category", nullValue())
                .body("recountedDueAt", is("2026-05-18T16:00:00Z"))
                .body(
                        "explanation",
                        contains(
                                "按第 %d 版期限规定，较大隐患的整改时限为 15 个自然日。".formatted(version),
                                "自 2026-05-03 的次日起计，至 2026-05-18 24:00 期满。",
                                "按规定最迟可延至 2026-06-02 24:00。"));
    }

    @Test
    void workingDaysNameWhatDidNotCountAndTheWeekendsThatDid() {
        int version = recorded(line("GENERAL", "TRANSPORT", "P5D", "WORKING"));
        explanation(assigned("GENERAL", "TRANSPORT"))
                .body("dueAt", is("2026-05-11T16:00:00Z"))
                .body("category", is("TRANSPORT"))
                .body("daysCounted", is(5))
                .body("skipped.date", contains("2026-05-04", "2026-05-05", "2026-05-10"))
                .body("skipped.name", contains("劳动节", "劳动节", "周末"))
                .body("madeUp.date", contains("2026-05-09"))
                .body(
                        "explanation",
                        contains(
                                "按第 %d 版期限规定，运输类一般隐患的整改时限为 5 个工作日。".formatted(version),
                                "自 2026-05-03 的次日起计，至 2026-05-11 24:00 期满。",
                                "不计 3 天：2026-05-04～2026-05-05 劳动节, 2026-05-10 周末。",
                                "计入调休上班日 1 天：2026-05-09 劳动节。",
                                "按规定最迟可延至 2026-05-16 24:00。"));
    }

    @Test
    void itSpeaksEnglishToo() {
        int version = recorded(line("GENERAL", "TRANSPORT", "P5D", "WORKING"));
        String id = assigned("GENERAL", "TRANSPORT");
        given().header("Accept-Language", "en")
                .get("/api/hazards/" + id + "/deadline")
                .then()
                .statusCode(200)
                .body("skipped[2].name", is("weekend"))
                .body(
                        "explanation",
                        contains(
                                ("Version %d of the deadline policy gives general hazards of the category transport"
                                                + " this time to rectify: 5 working day(s).")
                                        .formatted(version),
                                "Counting begins on the day after 2026-05-03 and ends at 2026-05-11 24:00.",
                                "3 day(s) do not count: 2026-05-04～2026-05-05 劳动节, 2026-05-10 weekend.",
                                "1 weekend day(s) count because they are worked to make up for a holiday:"
                                        + " 2026-05-09 劳动节.",
                                "The policy allows extensions to 2026-05-16 24:00 at the latest."));
    }

    @Test
    void hoursAreExplainedToTheMinute() {
        recorded(line("GENERAL", "HEAT_SERVICE", "PT24H", "HOURS"));
        explanation(assigned("GENERAL", "HEAT_SERVICE"))
                .body("daysCounted", nullValue())
                .body("time", is("PT24H"))
                .body("explanation", hasItem("自 2026-05-03 10:00 起计，至 2026-05-04 10:00 期满。"));
    }

    @Test
    void itSaysWhenTheDeadlineHasPassed() {
        String id = assigned("MINOR", "COMMERCIAL_USE");
        clock.advance(Duration.ofDays(4));
        explanation(id).body("overdue", is(true)).body("explanation", hasItem("现已逾期。"));
    }

    @Test
    void aLaterVersionDoesNotChangeWhatAnEarlierOneSaid() {
        int version = recorded();
        String id = assigned("GENERAL", "PIPELINE");
        recorded(line("GENERAL", "PIPELINE", "P1D", "WORKING"));
        explanation(id).body("policyVersion", is(version)).body("time", is("P7D"));
    }

    @Test
    void aHazardThatWasSentBackIsCountedFromTheReturn() {
        recorded();
        String id = assigned("GENERAL", "COMMERCIAL_USE");
        clock.advance(Duration.ofDays(2));
        Calls.step(id, "rectification", Calls.RECTIFICATION).statusCode(200);
        Calls.step(id, "return", "{\"reason\": \"安装高度不符合要求\"}").statusCode(200);
        explanation(id)
                .body("from", is("2026-05-05T02:00:00Z"))
                .body("originalDueAt", is("2026-05-12T16:00:00Z"))
                .body("explanation", hasItem("自 2026-05-05 的次日起计，至 2026-05-12 24:00 期满。"));
    }

    @Test
    void everyExtensionIsToldWithWhatBecameOfIt() {
        recorded();
        String id = assigned("SERIOUS", "COMMERCIAL_USE");
        ask(id, "2026-05-26T00:00:00+08:00").statusCode(200);
        explanation(id)
                .body("extensions.state", contains("REQUESTED"))
                .body("extensions[0].decidedAt", nullValue())
                .body("explanation", hasItem("第 1 次申请延期至 2026-05-25 24:00，尚未决定。"));

        clock.advance(Duration.ofHours(6));
        decide(id, 1, false, "临时措施不足");
        ask(id, "2026-05-23T00:00:00+08:00").statusCode(200);
        decide(id, 2, true, "临时措施到位");
        explanation(id)
                .body("dueAt", is("2026-05-22T16:00:00Z"))
                .body("originalDueAt", is("2026-05-18T16:00:00Z"))
                .body("recountedDueAt", is("2026-05-18T16:00:00Z"))
                .body("extensions.n", contains(1, 2))
                .body("extensions.state", contains("REFUSED", "APPROVED"))
                .body("extensions.until", contains("2026-05-25T16:00:00Z", "2026-05-22T16:00:00Z"))
                .body("extensions[0].askedAt", is("2026-05-03T02:00:00Z"))
                .body("extensions[0].decidedAt", is("2026-05-03T08:00:00Z"))
                .body("extensions.reason", contains("配件到货延迟", "配件到货延迟"))
                .body("extensions.decision", contains("临时措施不足", "临时措施到位"))
                .body("explanation", hasItem("第 1 次申请延期至 2026-05-25 24:00，未批准。"))
                .body("explanation", hasItem("第 2 次申请延期至 2026-05-22 24:00，已批准。"))
                .body("explanation", hasItem("经延期，现在的期限为 2026-05-22 24:00。"));
    }

    @Test
    void anExtensionMayReachThePolicysLimitAndNotBeyond() {
        recorded();
        String id = assigned("SERIOUS", "COMMERCIAL_USE");
        explanation(id).body("extensibleUntil", is("2026-06-02T16:00:00Z"));
        ask(id, "2026-06-03T00:00:01+08:00").statusCode(400).body("violations.field", contains("until"));
        ask(id, "2026-06-03T00:00:00+08:00").statusCode(200);
        decide(id, 1, true, "同意");
        explanation(id).body("dueAt", is("2026-06-02T16:00:00Z")).body("extensibleUntil", is("2026-06-02T16:00:00Z"));
        ask(id, "2026-06-04T00:00:00+08:00").statusCode(400).body("violations.field", contains("until"));
    }

    @Test
    void thePolicyThatDatedAHazardLimitsItsExtensionsWhateverCameSince() {
        recorded(line("SERIOUS", "SCHOOL_USE", "P15D", "CALENDAR"));
        String id = assigned("SERIOUS", "SCHOOL_USE");
        recorded("""
                {"grade": "SERIOUS", "category": "SCHOOL_USE", "time": "P15D", "counting": "CALENDAR",
                 "extensionDays": 0}""");
        ask(id, "2026-05-30T00:00:00+08:00").statusCode(200);
        ask(assigned("SERIOUS", "SCHOOL_USE"), "2026-05-30T00:00:00+08:00")
                .statusCode(400)
                .body("violations.field", contains("until"));
    }

    @Test
    void aRequestThatNobodyDecidedLapsesWithTheTransfer() {
        recorded();
        String id = assigned("SERIOUS", "COMMERCIAL_USE");
        ask(id, "2026-05-26T00:00:00+08:00").statusCode(200);
        Calls.step(id, "transfer", Calls.TRANSFER).statusCode(200);
        explanation(id)
                .body("extensions.state", contains("LAPSED"))
                .body("explanation", hasItem("第 1 次申请延期至 2026-05-25 24:00，未作决定即已失效。"));
    }

    @Test
    void aReturnBeginsANewDeadlineWithoutTheExtensionsOfTheOld() {
        recorded();
        String id = assigned("SERIOUS", "COMMERCIAL_USE");
        ask(id, "2026-05-26T00:00:00+08:00").statusCode(200);
        decide(id, 1, true, "同意");
        Calls.step(id, "rectification", Calls.RECTIFICATION).statusCode(200);
        Calls.step(id, "return", Calls.RETURN).statusCode(200);
        explanation(id).body("extensions", empty()).body("givenBy", is("PERSON"));
    }

    @Test
    void aNewGradeIsCountedFromWhereTheOldOneBegan() {
        recorded();
        String id = assigned("MINOR", "COMMERCIAL_USE");
        clock.advance(Duration.ofDays(1));
        Calls.step(id, "regrading", "{\"grade\": \"GENERAL\", \"reason\": \"范围较大\"}")
                .statusCode(200);
        explanation(id)
                .body("from", is("2026-05-03T02:00:00Z"))
                .body("grade", is("GENERAL"))
                .body("dueAt", is("2026-05-10T16:00:00Z"))
                .body("explanation", hasItem("隐患于 2026-05-04 10:00 重新定级，期限按新等级从原起点计算；计算结果已过的，至定级当日 24:00 止。"));
    }

    @Test
    void aGradeThatMovedNoDeadlineDoesNotExplainIt() {
        recorded();
        String id = assigned("SERIOUS", "COMMERCIAL_USE");
        ask(id, "2026-05-26T00:00:00+08:00").statusCode(200);
        decide(id, 1, true, "同意");
        Calls.step(id, "regrading", "{\"grade\": \"GENERAL\", \"reason\": \"范围较小\"}")
                .statusCode(200);
        explanation(id)
                .body("grade", is("SERIOUS"))
                .body("time", is("P15D"))
                .body("recountedDueAt", is("2026-05-18T16:00:00Z"));
    }

    @Test
    void anOrderThatIsNotGivenYetIsToldItsDeadline() {
        int version = recorded(line("GENERAL", "TRANSPORT", "P5D", "WORKING"));
        String id = PolicyCalls.found("GENERAL", "TRANSPORT");
        proposal(id, "")
                .body("givenBy", is("POLICY"))
                .body("dueAt", is("2026-05-11T16:00:00Z"))
                .body("policyVersion", is(version))
                .body("overdue", is(false))
                .body("explanation", hasItem("自 2026-05-03 的次日起计，至 2026-05-11 24:00 期满。"));
        proposal(id, "?withinDays=2")
                .body("givenBy", is("PERSON"))
                .body("dueAt", is("2026-05-05T16:00:00Z"))
                .body("explanation", hasItem("整改期限 2026-05-05 24:00 是直接给定的，不是按期限规定计算的。"));
        explanation(id).body("dueAt", nullValue());
        for (String wrong : List.of("-1", "1.5", "3651", "x")) {
            given().get("/api/hazards/" + id + "/deadline/proposal?withinDays=" + wrong)
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("withinDays"));
        }
    }

    private static ValidatableResponse proposal(String id, String query) {
        return given().get("/api/hazards/" + id + "/deadline/proposal" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownHazardIsNotFound() {
        given().get("/api/hazards/00000000-0000-7000-8000-000000000000/deadline")
                .then()
                .statusCode(404);
        given().get("/api/hazards/x/deadline").then().statusCode(404);
    }

    private static ValidatableResponse explanation(String id) {
        return given().get("/api/hazards/" + id + "/deadline").then().statusCode(200);
    }

    private static ValidatableResponse ask(String id, String until) {
        return Calls.step(id, "extension-requests", Calls.EXTENSION.replace("2026-05-14T00:00:00+08:00", until));
    }

    private static void decide(String id, int n, boolean approved, String reason) {
        Calls.step(
                        id,
                        "extension-requests/" + n + "/decision",
                        "{\"approved\": %s, \"reason\": \"%s\"}".formatted(approved, reason))
                .statusCode(200);
    }
}
