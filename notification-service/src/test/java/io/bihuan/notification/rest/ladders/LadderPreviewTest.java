package io.bihuan.notification.rest.ladders;

import static io.bihuan.notification.fixtures.Lookup.reminders;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class LadderPreviewTest {

    private static final Instant MAY_3 = Instant.parse("2026-05-03T02:00:00Z");
    private static final String END_OF_MAY_10 = "2026-05-10T16:00:00Z";

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @BeforeEach
    void itIsMay3() {
        time.set(MAY_3.toString());
        inbox.behavesWell();
    }

    @Test
    void everyStepSaysWhenAndToWhomAndInWhichWordsBeforeAnythingIsSent() {
        var hazard = assigned("SERIOUS", END_OF_MAY_10);

        preview(hazard)
                .statusCode(200)
                .body("number", equalTo(hazard.number()))
                .body("status", equalTo("ASSIGNED"))
                .body("dueAt", equalTo(END_OF_MAY_10))
                .body("reason", nullValue())
                .body(
                        "steps.step",
                        contains(
                                "THREE_DAYS_BEFORE",
                                "DAY_BEFORE",
                                "DUE_DAY",
                                "REMIND",
                                "INTERVIEW",
                                "CIRCULAR",
                                "LISTED"))
                .body("steps.state", everyItem(equalTo("PENDING")))
                .body("steps.level", contains(0, 0, 0, 1, 2, 3, 4))
                .body(
                        "steps.sendAt",
                        contains(
                                "2026-05-07T00:30:00Z",
                                "2026-05-09T00:30:00Z",
                                "2026-05-10T00:30:00Z",
                                "2026-05-11T00:30:00Z",
                                "2026-05-13T00:30:00Z",
                                "2026-05-17T00:30:00Z",
                                "2026-05-25T00:30:00Z"))
                .body("steps[1].told", hasSize(1))
                .body("steps[1].told[0].role", equalTo("RESPONSIBLE"))
                .body("steps[1].told[0].phone", equalTo(hazard.phone()))
                .body("steps[1].told[0].name", equalTo("餐馆负责人"))
                .body(
                        "steps[1].told[0].text",
                        equalTo("【闭环】城东区某餐馆：隐患 " + hazard.number() + "（后厨未安装可燃气体报警器）须于 2026年5月10日 前整改完毕，请抓紧。"))
                .body("steps[3].told.role", contains("RESPONSIBLE", "UNIT_HEAD"))
                .body("steps[3].document", equalTo("督促提醒函"))
                .body("steps[4].template", equalTo("interview"))
                .body(
                        "steps[4].told[0].text",
                        equalTo("【闭环】约谈：城东区某餐馆的较大隐患 " + hazard.number()
                                + "（后厨未安装可燃气体报警器）已于 2026年5月10日 到期，逾期 3 天未整改，请约谈责任单位并下达约谈通知书。"));
    }

    @Test
    void whatWasSentStaysAsItWasToldAndTheRestIsStillToCome() {
        var hazard = assigned("SERIOUS", END_OF_MAY_10);
        time.set("2026-05-09T01:00:00Z");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(reminders(hazard.id())).containsEntry("DAY_BEFORE", "SENT"));

        preview(hazard)
                .body("steps[0].state", equalTo("SUPERSEDED"))
                .body("steps[0].sendAt", nullValue())
                .body("steps[0].told", empty())
                .body("steps[1].state", equalTo("SENT"))
                .body("steps[1].sendAt", nullValue())
                .body("steps[1].told[0].phone", equalTo(hazard.phone()))
                .body("steps[2].state", equalTo("PENDING"));
    }

    @Test
    void quietHoursDelayAllButTheMajorOnes() {
        // 23:00 local time, which is quiet.
        putLadder("GENERAL", "23:00");
        putLadder("MAJOR", "23:00");
        try {
            var general = assigned("GENERAL", END_OF_MAY_10);
            var major = assigned("MAJOR", END_OF_MAY_10);

            preview(general)
                    .body("steps.remindAt", contains("2026-05-09T15:00:00Z", "2026-05-11T15:00:00Z"))
                    .body("steps.sendAt", contains("2026-05-09T23:00:00Z", "2026-05-11T23:00:00Z"));
            preview(major).body("steps.sendAt", contains("2026-05-09T15:00:00Z", "2026-05-11T15:00:00Z"));
        } finally {
            restoreLadder("GENERAL");
            restoreLadder("MAJOR");
        }
    }

    @Test
    void aStepThatALaterOneOvertakesOrThatComesTooLateIsNotSent() {
        // Assigned at 00:30 of the due day, when it is quiet: two steps fall due with the assignment.
        var lateAtNight = Instant.parse("2026-05-09T16:30:00Z");
        time.set("2026-05-09T16:40:00Z");
        var hazard = new Hazard(kafka).found(MAY_3).assigned(END_OF_MAY_10, lateAtNight);
        awaitPlan(hazard);

        preview(hazard)
                .body("steps[0].sendAt", nullValue())
                .body("steps[1].remindAt", equalTo("2026-05-09T16:30:00Z"))
                .body("steps[1].sendAt", equalTo("2026-05-09T23:00:00Z"))
                .body("steps[2].sendAt", equalTo("2026-05-10T00:30:00Z"));
    }

    @Test
    void aHazardKeepsTheLadderThatPlannedItUntilItsDeadlineChanges() {
        var hazard = assigned("GENERAL", END_OF_MAY_10);
        int version = preview(hazard).extract().path("steps[0].ladderVersion");
        putLadder("GENERAL", "09:00");
        try {
            hazard.other("hazard.supervised", MAY_3, event -> event.put("dueAt", END_OF_MAY_10));
            hazard.other("hazard.photographed", MAY_3, event -> event.put("description", "照片"));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> preview(hazard)
                    .body("steps", hasSize(7))
                    .body("steps[1].remindAt", equalTo("2026-05-09T00:30:00Z")));
            var versions = preview(hazard).extract().<List<Integer>>path("steps.ladderVersion");
            assertThat(versions).containsOnly(version);

            hazard.other("hazard.extended", MAY_3, event -> event.put("dueAt", "2026-05-12T16:00:00Z"));

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> preview(hazard)
                    .body("dueAt", equalTo("2026-05-12T16:00:00Z"))
                    .body("steps.remindAt", contains("2026-05-11T01:00:00Z", "2026-05-13T01:00:00Z")));
        } finally {
            restoreLadder("GENERAL");
        }
    }

    @Test
    void aHazardThatNobodyMustRectifyNowHasNoStepsAndSaysWhy() {
        var hazard = assigned("SERIOUS", END_OF_MAY_10).rectified(MAY_3);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> preview(hazard)
                .body("status", equalTo("RECTIFIED"))
                .body("steps", empty())
                .body("reason", equalTo("隐患已整改，待复查，不再提醒。")));
        given().queryParam("hazardId", UUID.randomUUID())
                .get("/api/notifications/ladders/preview")
                .then()
                .statusCode(404)
                .body("detail", equalTo("没有收到过这条隐患的任何消息。"));
        given().get("/api/notifications/ladders/preview")
                .then()
                .statusCode(400)
                .body("violations.field", contains("hazardId"));
    }

    private Hazard assigned(String grade, String until) {
        var hazard = new Hazard(kafka).graded(grade).found(MAY_3).assigned(until, MAY_3);
        awaitPlan(hazard);
        return hazard;
    }

    private static void awaitPlan(Hazard hazard) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(reminders(hazard.id())).isNotEmpty());
    }

    private static ValidatableResponse preview(Hazard hazard) {
        return given().queryParam("hazardId", hazard.id().toString())
                .get("/api/notifications/ladders/preview")
                .then()
                .statusCode(200);
    }

    private static void putLadder(String grade, String at) {
        given().contentType("application/json")
                .body(Map.of(
                        "rungs",
                        List.of(
                                Map.of(
                                        "step",
                                        "DAY_BEFORE",
                                        "level",
                                        0,
                                        "days",
                                        -1,
                                        "at",
                                        at,
                                        "roles",
                                        List.of("RESPONSIBLE"),
                                        "template",
                                        "dayBefore"),
                                Map.of(
                                        "step",
                                        "REMIND",
                                        "level",
                                        1,
                                        "days",
                                        1,
                                        "at",
                                        at,
                                        "roles",
                                        List.of("RESPONSIBLE"),
                                        "template",
                                        "remind"))))
                .put("/api/notifications/ladders/" + grade)
                .then()
                .statusCode(200);
    }

    private static void restoreLadder(String grade) {
        var shipped = given().get("/api/notifications/ladders/" + grade + "/versions/1")
                .then()
                .extract()
                .jsonPath();
        given().contentType("application/json")
                .body(Map.of("rungs", shipped.getList("rungs")))
                .put("/api/notifications/ladders/" + grade)
                .then()
                .statusCode(200);
    }
}
