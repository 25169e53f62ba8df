package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.reporting.briefing.Docx;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BriefingTest extends RealPartsTest {

    private static final String BRIEFINGS = "/api/reports/briefings";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Friday of week 18, 17:00 in Shanghai. */
    private static final String FRIDAY = "2026-05-01T09:00:00Z";

    private final String city = Kept.freshDistrict();

    @BeforeEach
    void itIsFridayEvening() {
        clock.set(FRIDAY);
        topics.send(
                Event.ofDistrict(city, 1, "某市"),
                Event.ofDistrict(city + "01", 1, "东区"),
                Event.ofDistrict(city + "02", 1, "西区"));
        for (String code : List.of("", "01", "02")) {
            kept.awaitDistrict(city + code, 1);
        }
    }

    @Test
    void anIssuedBriefingSaysWhatTheReportSaysAtThatMoment() throws IOException {
        tellOfTwoWeeks();

        JsonNode briefing = JSON.readTree(issue("2026-W18").asByteArray());

        JsonNode report = JSON.readTree(given().queryParam("parent", city)
                .queryParam("from", "2026-04-27")
                .queryParam("to", "2026-05-03")
                .queryParam("asOf", FRIDAY)
                .get("/api/reports/districts")
                .asByteArray());
        assertThat(briefing.path("items").size()).isEqualTo(2);
        assertThat(briefing.path("items")).isEqualTo(report.path("items"));
        assertThat(briefing.path("total")).isEqualTo(report.path("total"));
        assertThat(briefing.at("/total/found").asInt()).isEqualTo(3);
        assertThat(briefing.at("/major/found").asInt()).isEqualTo(1);
        assertThat(briefing.path("number").asText()).isEqualTo(city + "-2026-W-001");
        assertThat(briefing.path("printedNumber").asText()).isEqualTo("〔2026〕第1期");
        assertThat(briefing.path("title").asText()).isEqualTo("某市工作简报（周报）");
        assertThat(briefing.path("from").asText()).startsWith("2026-04-27T00:00");
        assertThat(briefing.path("to").asText()).startsWith("2026-05-04T00:00");
        assertThat(briefing.path("asOf").asText()).isEqualTo("2026-05-01T17:00:00+08:00");
        assertThat(briefing.path("issuedAt").asText()).isEqualTo("2026-05-01T17:00:00+08:00");
    }

    @Test
    void earlierPeriodsStandBesideItAsTheyStoodAtTheSameTime() throws IOException {
        tellOfTwoWeeks();

        JsonNode briefing = JSON.readTree(issue("2026-W18").asByteArray());

        assertThat(briefing.at("/previous/period").asText()).isEqualTo("2026-W17");
        assertThat(briefing.at("/previous/asOf").asText()).isEqualTo("2026-04-24T17:00:00+08:00");
        // Closed only on the Saturday of its week: on Friday at 17:00 it was not.
        assertThat(briefing.at("/previous/total/found").asInt()).isEqualTo(1);
        assertThat(briefing.at("/previous/total/closed").asInt()).isZero();
        assertThat(briefing.at("/yearBefore/period").asText()).isEqualTo("2025-W18");
        assertThat(briefing.at("/yearBefore/asOf").asText()).isEqualTo("2025-05-02T17:00:00+08:00");
        assertThat(briefing.at("/text/comparison").asText()).contains("2026年第17周", "增加2处", "2025年第18周", "增加3处");
        assertThat(briefing.at("/text/overview").asText())
                .isEqualTo("2026年第18周（截至2026年5月1日17时00分），某市共排查发现安全隐患3处，已交办2处，已整改1处，整改率33.33%；"
                        + "已销号1处，销号率33.33%；按期整改率50.00%。其中重大隐患1处，已整改0处。");
        assertThat(briefing.path("overdue").size()).isEqualTo(1);
        assertThat(briefing.at("/overdue/0/districtCode").asText()).isEqualTo(city + "02");
        assertThat(briefing.at("/text/overdue").asText()).contains("逾期未整改1处", "西区（1处）");
    }

    @Test
    void aMonthlyBriefingReportsTheRunningMonth() throws IOException {
        tell(Life.in(city + "01").found("2026-05-03T01:00:00Z"));
        clock.set("2026-05-25T09:00:00Z");

        JsonNode briefing = JSON.readTree(issue("2026-05").asByteArray());

        assertThat(briefing.path("number").asText()).isEqualTo(city + "-2026-M-001");
        assertThat(briefing.path("kind").asText()).isEqualTo("MONTHLY");
        assertThat(briefing.at("/previous/asOf").asText()).isEqualTo("2026-04-25T17:00:00+08:00");
        assertThat(briefing.at("/yearBefore/asOf").asText()).isEqualTo("2025-05-25T17:00:00+08:00");
        assertThat(briefing.at("/total/found").asInt()).isEqualTo(1);
    }

    @Test
    void theWordFileHasTheFiguresOfTheJson() throws IOException {
        tellOfTwoWeeks();
        JsonNode briefing = JSON.readTree(issue("2026-W18").asByteArray());

        byte[] word = word(briefing.path("number").asText());

        assertThat(Docx.text(word))
                .contains("某市工作简报（周报）", "〔2026〕第1期", "2026年5月1日")
                .contains(
                        briefing.at("/text/overview").asText(),
                        briefing.at("/text/closing").asText());
        List<String> counts = List.of(
                "found",
                "assigned",
                "rectified",
                "closed",
                "open",
                "overdueNow",
                "overdueEver",
                "escalated",
                "returned");
        List<List<String>> table = Docx.table(word, 2);
        assertThat(table).hasSize(4);
        assertThat(table.get(0)).startsWith("区划", "发现", "交办");
        for (int row = 0; row < 2; row++) {
            JsonNode item = briefing.path("items").get(row);
            assertThat(table.get(row + 1).get(0)).isEqualTo(item.path("name").asText());
            assertThat(table.get(row + 1).subList(1, 10))
                    .isEqualTo(counts.stream()
                            .map(name -> item.path(name).asText())
                            .toList());
        }
        assertThat(table.get(3).get(0)).isEqualTo("合计");
        assertThat(table.get(3).subList(1, 10))
                .isEqualTo(counts.stream()
                        .map(name -> briefing.path("total").path(name).asText())
                        .toList());
        assertThat(Docx.table(word, 3).get(3)).startsWith("合计", "33.33%", "33.33%", "50.00%");
        assertThat(Docx.table(word, 0)).contains(List.of("发现", "3", "1", "0"));
        assertThat(Docx.table(word, 1).get(1)).containsExactly("西区", "2", "1");
    }

    @Test
    void afterAThousandMoreEventsItIsTheSameByteForByte() {
        tellOfTwoWeeks();
        String number = issue("2026-W18").path("number");
        byte[] content = json(number);
        byte[] word = word(number);

        // Late news of that very week, and a later one.
        tell(IntStream.range(0, 500)
                .mapToObj(i -> Life.in(city + "0" + (i % 2 + 1))
                        .found("2026-04-29T0%d:00:00Z".formatted(i % 10))
                        .assigned("2026-04-30T01:00:00Z", "2026-05-09T16:00:00Z"))
                .toList());
        topics.send(Event.ofDistrict(city, 2, "改名市"));
        kept.awaitDistrict(city, 2);
        clock.set("2026-06-01T00:00:00Z");

        assertThat(json(number)).isEqualTo(content);
        assertThat(word(number)).isEqualTo(word);
        given().header("If-None-Match", tag(number))
                .get(BRIEFINGS + "/" + number)
                .then()
                .statusCode(304);
        given().get(BRIEFINGS + "/" + number + "/difference")
                .then()
                .statusCode(200)
                .body("number", is(number))
                .body("total.found.frozen", is(3))
                .body("total.found.now", is(503))
                .body("total.found.difference", is(500))
                .body("items.find { it.districtCode == '%s01' }.changes.found.difference".formatted(city), is(250))
                .body("total.escalated", nullValue());
    }

    @Test
    void theDifferenceTellsWhatDiffersAndNothingElse() {
        tellOfTwoWeeks();
        String number = issue("2026-W18").path("number");
        given().get(BRIEFINGS + "/" + number + "/difference")
                .then()
                .body("items", empty())
                .body("total.size()", is(0));

        tell(Life.in(city + "03").found("2026-04-30T01:00:00Z"));

        given().queryParam("asOf", FRIDAY)
                .get(BRIEFINGS + "/" + number + "/difference")
                .then()
                .body("frozenAsOf", is("2026-05-01T17:00:00+08:00"))
                .body("items.districtCode", contains(city + "03"))
                .body("items[0].changes.found.difference", is(1))
                .body("items[0].changes.rectificationRate.frozen", nullValue())
                .body("items[0].changes.rectificationRate.difference", nullValue())
                .body("total.rectificationRate.difference", is(-0.0833f));
    }

    @Test
    void aDraftFollowsTheHazardsAndKeepsTheWordsOfPeople() {
        String id = order("{\"district\": \"%s\", \"period\": \"2026-W18\", \"draft\": true}".formatted(city))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", is("DRAFT"))
                .body("number", nullValue())
                .body("printedNumber", is("（草稿）"))
                .body("total.found", is(0))
                .extract()
                .path("id");
        tell(Life.in(city + "01").found("2026-04-28T01:00:00Z"));
        String draft = BRIEFINGS + "/" + id;

        body("{\"closing\": \"加强巡查。\"}").put(draft).then().statusCode(428);
        body("{\"closing\": \"加强巡查。\"}")
                .header("If-Match", "\"7\"")
                .put(draft)
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"");
        body("{\"closing\": \"加强巡查。\"}")
                .header("If-Match", "\"1\"")
                .put(draft)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("text.closing", is("加强巡查。"))
                .body("text.overview", containsString("发现安全隐患1处"));
        assertThat(Docx.text(given().accept(DOCX).get(draft).asByteArray())).contains("加强巡查。", "（草稿）");
        given().get(draft + "/difference").then().statusCode(409).body("state", is("DRAFT"));

        String number = given().header("If-Match", "\"2\"")
                .post(draft + "/issue")
                .then()
                .statusCode(200)
                .body("state", is("ISSUED"))
                .body("text.closing", is("加强巡查。"))
                .body("total.found", is(1))
                .extract()
                .path("number");

        assertThat(number).isEqualTo(city + "-2026-W-001");
        assertThat(given().get(draft).asByteArray()).isEqualTo(json(number));
        given().post(draft + "/issue")
                .then()
                .statusCode(409)
                .body("state", is("ISSUED"))
                .body("detail", containsString(number));
        body("{}").header("If-Match", "*").put(BRIEFINGS + "/" + number).then().statusCode(409);
        given().delete(BRIEFINGS + "/" + number).then().statusCode(409);
    }

    @Test
    void numbersHaveNoGapsWhoeverIssuesAtOnceAndWhateverIsDropped() throws Exception {
        String order = "{\"district\": \"%s\", \"period\": \"2026-W18\", \"draft\": %s}";
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean draft = i % 3 == 0;
            calls.add(() -> {
                Response made = order(order.formatted(city, draft));
                if (draft) {
                    given().delete(BRIEFINGS + "/" + made.path("id")).then().statusCode(204);
                }
                return made;
            });
        }
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            for (Future<Response> call : people.invokeAll(calls)) {
                call.get().then().statusCode(201);
            }
        } finally {
            people.shutdown();
        }
        clock.set("2026-12-31T16:30:00Z");
        issue("2026-W53").then().body("number", is(city + "-2027-W-001"));

        given().queryParam("district", city)
                .get(BRIEFINGS)
                .then()
                .body("nextCursor", nullValue())
                .body(
                        "items.findAll { it.number.contains('-2026-') }.number.sort()",
                        contains(IntStream.rangeClosed(1, 8)
                                .mapToObj(serial -> city + "-2026-W-00" + serial)
                                .toArray()));
    }

    @Test
    void theSameKeyAnswersTheFirstResultAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        String order = "{\"district\": \"%s\", \"period\": \"2026-W18\"}".formatted(city);
        ExecutorService people = Executors.newFixedThreadPool(3);
        List<byte[]> answers = new ArrayList<>();
        try {
            List<Callable<Response>> calls = Collections.nCopies(
                    3, () -> body(order).header("Idempotency-Key", key).post(BRIEFINGS));
            for (Future<Response> call : people.invokeAll(calls)) {
                answers.add(call.get().then().statusCode(201).extract().asByteArray());
            }
        } finally {
            people.shutdown();
        }

        assertThat(answers).allMatch(answer -> Arrays.equals(answer, answers.get(0)));
        assertThat(answers.get(0)).isEqualTo(json(city + "-2026-W-001"));
        body(order.replace("W18", "W17"))
                .header("Idempotency-Key", key)
                .post(BRIEFINGS)
                .then()
                .statusCode(422);
        given().queryParam("district", city).get(BRIEFINGS).then().body("items.size()", is(1));
    }

    @Test
    void whoWantsAWordFileGetsTheKeptOneAtOnce() {
        Response made = body("{\"district\": \"%s\", \"period\": \"2026-W18\", \"language\": \"EN\"}".formatted(city))
                .accept(DOCX)
                .post(BRIEFINGS);

        made.then()
                .statusCode(201)
                .contentType(DOCX)
                .header("Content-Disposition", containsString(city + "-2026-W-001.docx"));
        assertThat(made.asByteArray()).isEqualTo(word(city + "-2026-W-001"));
        assertThat(Docx.text(made.asByteArray()))
                .contains("某市: weekly briefing", "No. 1 of 2026", "4. What is to be done");
    }

    @Test
    void hostileTextIsTextAndWhatCannotBePrintedIsRefused() {
        topics.send(Event.ofDistrict(city + "01", 2, "=cmd|' /C calc'!A0 {{total.found}} [found] <script>"));
        kept.awaitDistrict(city + "01", 2);
        String text = "{{items}} {{?x}} [now] <w:p>&amp; ' ; drop table briefing; --";

        String number = order("""
                {"district": "%s", "period": "2026-W18", "text": {"overview": "%s"}}""".formatted(city, text))
                .then()
                .statusCode(201)
                .body("text.overview", is(text))
                .extract()
                .path("number");

        byte[] word = word(number);
        assertThat(Docx.text(word)).contains(text);
        assertThat(Docx.table(word, 2).get(1).get(0)).isEqualTo("=cmd|' /C calc'!A0 {{total.found}} [found] <script>");
        for (String bad : List.of("\\u0000", "\\u0007", "\\ud800", "   ", "x".repeat(4001))) {
            order("""
                    {"district": "%s", "period": "2026-W18", "text": {"closing": "%s"}}""".formatted(city, bad)).then().statusCode(400).body("violations.field", contains("text.closing"));
        }
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        tellOfTwoWeeks();
        String number = issue("2026-W18").path("number");
        String list = BRIEFINGS + "?district=" + city;
        String difference = BRIEFINGS + "/" + number + "/difference";
        String listTag = given().get(list).header("ETag");
        String differenceTag = given().get(difference).header("ETag");
        clock.set("2026-05-01T09:30:00Z");
        given().header("If-None-Match", listTag).get(list).then().statusCode(304);
        given().header("If-None-Match", differenceTag).get(difference).then().statusCode(304);

        tell(Life.in(city + "01").found("2026-04-30T01:00:00Z"));
        issue("2026-W18");

        given().header("If-None-Match", listTag)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.size()", is(2));
        given().header("If-None-Match", differenceTag)
                .get(difference)
                .then()
                .statusCode(200)
                .body("total.found.difference", is(1));
    }

    @Test
    void briefingsOfADistrictThatNobodyKnowsAreNotFound() {
        given().queryParam("district", Kept.freshDistrict())
                .get(BRIEFINGS)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void whatIsWrongIsNamed() {
        order("{}").then().statusCode(400).body("violations.field", contains("district", "period"));
        order("{\"district\": \"%s\", \"period\": \"2026-Q2\"}".formatted(city))
                .then()
                .statusCode(400)
                .body("violations.field", contains("period"));
        order("{\"district\": \"%s\", \"period\": \"2026-W18\", \"kind\": \"MONTHLY\"}".formatted(city))
                .then()
                .statusCode(400)
                .body("violations.field", contains("kind"));
        order("{\"district\": \"%s\", \"period\": \"2026-W19\"}".formatted(city))
                .then()
                .statusCode(400)
                .body("violations[0].message", is("尚未开始"));
        order("{\"district\": \"%s\", \"period\": \"0000-01\"}".formatted(city))
                .then()
                .statusCode(400);
        order("{\"district\": \"99XX\", \"period\": \"2026-W18\"}")
                .then()
                .statusCode(400)
                .body("violations.field", contains("district"));
        order("{\"district\": \"%s\", \"period\": \"2026-W18\", \"colour\": 1}".formatted(city))
                .then()
                .statusCode(400)
                .body("violations", equalTo(List.of(Map.of("field", "colour", "message", "没有这个字段"))));
        for (String broken : List.of("", "[]", "null", "{", "{\"language\": \"FR\"}", "{\"draft\": \"yes\"}")) {
            order(broken).then().statusCode(400).contentType("application/problem+json");
        }
        given().get(BRIEFINGS + "/no-such'--").then().statusCode(404);
        given().queryParam("limit", "0")
                .queryParam("cursor", "x")
                .queryParam("colour", "x")
                .get(BRIEFINGS)
                .then()
                .statusCode(400)
                .body("violations.field", contains("limit", "cursor", "colour"));
        given().accept("image/png").get(BRIEFINGS + "/x").then().statusCode(406);
    }

    @Test
    void theListIsPagedAndFiltered() {
        for (String draft : List.of("false", "true", "false")) {
            order("{\"district\": \"%s01\", \"period\": \"2026-W18\", \"draft\": %s}".formatted(city, draft))
                    .then()
                    .statusCode(201);
        }
        String cursor = given().queryParam("district", city)
                .queryParam("limit", 2)
                .get(BRIEFINGS)
                .then()
                .body("items.state", contains("ISSUED", "DRAFT"))
                .extract()
                .path("nextCursor");
        given().queryParam("district", city)
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get(BRIEFINGS)
                .then()
                .body("items.number", contains(city + "01-2026-W-001"))
                .body("nextCursor", nullValue());
        given().queryParam("district", city)
                .queryParam("state", "DRAFT")
                .queryParam("kind", "WEEKLY")
                .get(BRIEFINGS)
                .then()
                .body("items.size()", is(1));
    }

    private void tellOfTwoWeeks() {
        tell(
                Life.in(city + "01")
                        .found("2026-04-20T01:00:00Z")
                        .assigned("2026-04-20T02:00:00Z", "2026-04-30T16:00:00Z")
                        .rectified("2026-04-25T01:00:00Z")
                        .closed("2026-04-25T02:00:00Z"),
                Life.in(city + "01")
                        .found("2026-04-27T01:00:00Z")
                        .assigned("2026-04-27T02:00:00Z", "2026-04-30T16:00:00Z")
                        .rectified("2026-04-29T01:00:00Z")
                        .closed("2026-04-30T02:00:00Z"),
                Life.in(city + "02")
                        .being("MAJOR", "PIPELINE", "EXPERT")
                        .found("2026-04-28T01:00:00Z")
                        .assigned("2026-04-28T02:00:00Z", "2026-04-30T16:00:00Z"),
                Life.in(city + "02").found("2026-04-28T03:00:00Z"));
    }

    private Response issue(String period) {
        Response made = order("{\"district\": \"%s\", \"period\": \"%s\"}".formatted(city, period));
        made.then().statusCode(201).body("state", is("ISSUED"));
        return made;
    }

    private static Response order(String body) {
        return body(body).post(BRIEFINGS);
    }

    private static RequestSpecification body(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    private static byte[] json(String number) {
        return given().get(BRIEFINGS + "/" + number)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
    }

    private static byte[] word(String number) {
        return given().accept(DOCX)
                .get(BRIEFINGS + "/" + number)
                .then()
                .statusCode(200)
                .contentType(DOCX)
                .extract()
                .asByteArray();
    }

    private static String tag(String number) {
        return given().get(BRIEFINGS + "/" + number).header("ETag");
    }
}
