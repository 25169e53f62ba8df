package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.hazard.SampleLedger;
import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ImportsTest {

    private static final String HEADER = "编号,区划,等级,问题,发现,交办,期限,整改,销号,意见\n";
    private static final String FOUND = ",630102,一般,燃气软管老化,2026-04-01";
    private static final String ASSIGNED = FOUND + ",2026-04-02,2026-04-09";
    private static final String CLOSED = ASSIGNED + ",2026-04-05,2026-04-06,复查合格";

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    /** A mapping of its own per test, so that no test meets another's rows. */
    private static String mapping(String ledger) {
        return """
                ledger: %s
                dates: {patterns: [yyyy-MM-dd], zone: Asia/Shanghai}
                found:
                  at: 发现
                  externalNumber: 编号
                  districtCode: 区划
                  grade: {column: 等级, codes: {较大: SERIOUS, 一般: GENERAL}}
                  category: {value: RESIDENTIAL_USE}
                  source: {value: INSPECTION}
                  description: 问题
                  unit: {name: {value: 某小区物业}}
                life: [assigned, rectified, closed]
                steps:
                  assigned: {at: 交办, dueAt: 期限}
                  rectified: {at: 整改, description: {value: 已更换}}
                  closed: {at: 销号, opinion: 意见}
                """.formatted(ledger);
    }

    @Test
    void theSampleLedgerBecomesAHazardPerRowWithItsWholePast() {
        List<CSVRecord> file = SampleLedger.rows();

        done(submit(SampleLedger.csv(), "hpd-violations"))
                .body("rows", is(100))
                .body("done", is(100))
                .body("failed", is(0))
                .body("errors", empty());

        List<Map<String, Object>> hazards = hazards("NYC");
        assertThat(hazards).hasSize(100);
        for (String district : List.of("NYC1", "NYC2", "NYC3", "NYC4", "NYC5")) {
            assertThat(hazards(district))
                    .as(district)
                    .hasSize(count(file, row -> district.endsWith(row.get("BoroID"))));
        }
        assertThat(hazards).filteredOn("status", "CLOSED").hasSize(count(file, row -> row.get("ViolationStatus")
                .equals("Close")));
        assertThat(hazards).filteredOn("status", "ASSIGNED").hasSize(count(file, row -> row.get("ViolationStatus")
                .equals("Open")));
        assertThat(hazards).filteredOn("returns", 1).hasSize(count(file, row -> row.get("CurrentStatus")
                .equals("INVALID CERTIFICATION")));
        assertThat(hazards).filteredOn("grade", "MAJOR").hasSize(count(file, row -> row.get("Class")
                .equals("C")));

        // 10000002: found, assigned, certified on an unknown day, and found not to be fixed.
        Map<String, Object> returned = hazards.stream()
                .filter(hazard -> "10000002".equals(hazard.get("externalNumber")))
                .findFirst()
                .orElseThrow();
        assertThat(returned)
                .containsEntry("ledger", "hpd-violations")
                .containsEntry("foundAt", "2013-10-09T04:00:01Z")
                .containsEntry("assignedAt", "2013-10-11T04:00:01Z")
                .containsEntry("dueAt", "2013-11-30T05:00:00Z")
                .containsEntry("responsible", null)
                .containsEntry("version", 4);
        history(returned)
                .body("items.type", contains("hazard.found", "hazard.assigned", "hazard.rectified", "hazard.returned"))
                .body("items[3].at", is("2013-11-15T05:00:01Z"))
                .body("items[3].recordedAt", is("2026-05-03T02:00:00Z"))
                .body("items[3].data.reason", is("INVALID CERTIFICATION"))
                .body("items[3].data.dueAt", is("2013-11-30T05:00:00Z"));

        done(submit(SampleLedger.csv(), "hpd-violations"))
                .body("created", is(0))
                .body("updated", is(0))
                .body("unchanged", is(100))
                .body("failed", is(0));
        assertThat(hazards("NYC")).isEqualTo(hazards);
    }

    @Test
    void anImportIsAnsweredBeforeItIsDoneWithThePlaceToAskForIt() {
        ValidatableResponse submitted = submit(HEADER + "1" + FOUND + ",,,,,\n", mapping("answered"))
                .statusCode(202)
                .body("state", is("QUEUED"))
                .body("rows", is(1))
                .body("done", is(0));
        String id = submitted.extract().path("id");
        submitted.header("Location", containsString("/api/imports/" + id));
        done(submitted).body("created", is(1));
    }

    @Test
    void aRowWhoseLifeHasGoneOnAddsOnlyItsNewSteps() {
        String rows = HEADER + "1" + ASSIGNED + ",,,\n2" + FOUND + ",,,,,\n3" + CLOSED + "\n";
        done(submit(rows, mapping("growing"))).body("created", is(3));

        clock.advance(Duration.ofDays(1));
        String grown = HEADER + "1" + CLOSED + "\n2" + ASSIGNED + ",,,\n3" + CLOSED + "\n4" + FOUND + ",,,,,\n";
        done(submit(grown, mapping("growing")))
                .body("created", is(1))
                .body("updated", is(2))
                .body("unchanged", is(1));

        history(hazard("growing", "1"))
                .body("items.type", contains("hazard.found", "hazard.assigned", "hazard.rectified", "hazard.closed"))
                .body("items.at", hasItem("2026-04-04T16:00:01Z"))
                .body("items[1].recordedAt", is("2026-05-03T02:00:00Z"))
                .body("items[2].recordedAt", is("2026-05-04T02:00:00Z"));
        assertThat(hazard("growing", "2")).containsEntry("status", "ASSIGNED");
    }

    @Test
    void anOlderFileThanTheRecordChangesNothing() {
        done(submit(HEADER + "1" + CLOSED + "\n", mapping("older"))).body("created", is(1));
        done(submit(HEADER + "1" + ASSIGNED + ",,,\n", mapping("older"))).body("unchanged", is(1));
        assertThat(hazard("older", "1")).containsEntry("status", "CLOSED");
    }

    @Test
    void aRowThatContradictsTheRecordIsAnErrorThatSaysInWhat() {
        done(submit(HEADER + "1" + CLOSED + "\n", mapping("contradicting"))).body("created", is(1));

        done(submit(
                        HEADER + "1" + CLOSED.replace("老化", "破损").replace("04-09", "04-10") + "\n",
                        mapping("contradicting")))
                .body("failed", is(1))
                .body("errors.row", contains(2, 2))
                .body("errors.field", contains("description", "assigned.dueAt"))
                .body("errors[0].message", containsString("燃气软管老化"))
                .body("errors[0].message", containsString("燃气软管破损"));

        assertThat(hazard("contradicting", "1")).containsEntry("description", "燃气软管老化");
    }

    @Test
    void aStepTakenHereIsNotTakenAgainByALedgerThatDatesItOtherwise() {
        done(submit(HEADER + "1" + ASSIGNED + ",,,\n", mapping("live"))).body("created", is(1));
        Calls.step(String.valueOf(hazard("live", "1").get("id")), "rectification", Calls.RECTIFICATION)
                .statusCode(200);

        done(submit(HEADER + "1" + ASSIGNED + ",,,\n", mapping("live"))).body("unchanged", is(1));
        done(submit(HEADER + "1" + CLOSED + "\n", mapping("live")))
                .body("failed", is(1))
                .body("errors.field", hasItem("rectified.at"));
        assertThat(hazard("live", "1")).containsEntry("status", "RECTIFIED");
    }

    @Test
    void brokenRowsAreReportedByRowAndFieldAndTheOthersGoIn() {
        String rows = HEADER
                + "1" + CLOSED + "\n"
                + "2" + FOUND.replace("630102", "999999") + ",,,,,\n"
                + "3" + FOUND.replace("一般", "特别重大") + ",,,,,\n"
                + "4" + FOUND + "\n"
                + "5" + FOUND.replace("2026-04-01", "2026-02-30") + ",,,,,\n"
                + "6" + FOUND.replace("2026-04-01", "2027-01-01") + ",,,,,\n"
                + "\"\"" + FOUND.replace("燃气软管老化", "\"燃气软管\n老化\"") + ",,,,,\n"
                + "8" + CLOSED + "\n";

        JsonPath progress = done(submit(rows, mapping("broken")))
                .body("rows", is(8))
                .body("done", is(8))
                .body("created", is(2))
                .body("failed", is(6))
                .extract()
                .jsonPath();

        assertThat(progress.getList("errors.row")).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(progress.getList("errors.field"))
                .containsExactly("districtCode", "grade", "row", "foundAt", "foundAt", "externalNumber");
        assertThat(progress.getString("errors[0].message")).isEqualTo("区划代码 999999 未登记");
        assertThat(progress.getString("errors[1].message")).isEqualTo("“特别重大”不在对照表中（列：等级）");
        given().header("Accept-Language", "en")
                .get("/api/imports/" + progress.getString("id"))
                .then()
                .body("errors[0].message", is("district 999999 is not on file"))
                .body("errors[1].message", is("\"特别重大\" is not in the table of codes (column: 等级)"));
    }

    @Test
    void aDeadlineInThePastIsNoErrorInALedger() {
        done(submit(HEADER + "1" + ASSIGNED + ",,,\n", mapping("past"))).body("created", is(1));
        assertThat(hazard("past", "1"))
                .containsEntry("dueAt", "2026-04-09T16:00:00Z")
                .containsEntry("overdue", true);
    }

    @Test
    void aWrongHeaderIsRefusedAtOnceAndNothingIsStored() {
        submit("a,b\n1,2\n", mapping("header"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("mapping.found.at"))
                .body("violations[0].message", is("文件没有列“发现”；文件的列为：a, b"));
        submit("", mapping("header")).statusCode(400).body("violations.message", contains("文件没有表头"));
        submit("编号,编号\n", mapping("header")).statusCode(400).body("violations.field", contains("file"));
    }

    @Test
    void aWrongMappingIsRefusedAtOnceInTheLanguageOfTheCaller() {
        submit(given().header("Accept-Language", "en"), HEADER, mapping("wrong") + "colour: red\n")
                .statusCode(400)
                .body("violations.field", contains("mapping.colour"))
                .body("violations[0].message", startsWith("unknown key \"colour\"; known here: charset, "));
        submit(HEADER, mapping("wrong").replace("externalNumber: 编号", "externalNumber: 序号"))
                .statusCode(400)
                .body("violations.field", contains("mapping.found.externalNumber"))
                .body("violations[0].message", startsWith("文件没有列“序号”"));
        submit(HEADER, "no-such-mapping").statusCode(400).body("violations.field", contains("mapping"));
        submit(HEADER, "../application").statusCode(400).body("violations.field", contains("mapping"));
    }

    @Test
    void aMappingMayComeAsAFileAndAsJson() {
        String json = """
                {"ledger": "as-json", "dates": {"patterns": ["yyyy-MM-dd"], "zone": "Asia/Shanghai"},
                 "found": {"at": "发现", "externalNumber": "编号", "districtCode": "区划", "grade": {"value": "MINOR"},
                           "category": {"value": "RESIDENTIAL_USE"}, "source": {"value": "INSPECTION"},
                           "description": "问题"},
                 "life": []}""";
        done(given().multiPart("file", "台账.csv", (HEADER + "1" + CLOSED + "\n").getBytes(StandardCharsets.UTF_8))
                        .multiPart("mapping", "台账.json", json.getBytes(StandardCharsets.UTF_8))
                        .post("/api/imports")
                        .then())
                .body("created", is(1));
        assertThat(hazard("as-json", "1")).containsEntry("grade", "MINOR").containsEntry("status", "FOUND");
    }

    @Test
    void partsThatAreMissingOrUnknownAreRefusedByName() {
        form().multiPart("mapping", mapping("parts"))
                .multiPart("colour", "red")
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("violations.field", contains("file", "colour"));
        given().multiPart("file", "a.csv", HEADER.getBytes(StandardCharsets.UTF_8))
                .post("/api/imports")
                .then()
                .statusCode(400)
                .body("violations.field", contains("mapping"));
        Calls.json("{}").post("/api/imports").then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    void aFormWithoutPartsOrNamesIsRefused() throws IOException, InterruptedException {
        assertThat(send().statusCode()).isEqualTo(400);
        assertThat(send(BodyPublishers.ofString("\r\n--edge\r\n\r\nx")).statusCode())
                .isEqualTo(400);
        assertThat(send(BodyPublishers.ofString("no form")).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNeitherCsvNorAWorkbookIsRefused() {
        given().multiPart("file", "台账.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                .multiPart("mapping", "hpd-violations")
                .post("/api/imports")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("CSV UTF-8"));
        given().multiPart("file", "photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0})
                .multiPart("mapping", "hpd-violations")
                .post("/api/imports")
                .then()
                .statusCode(415)
                .body("detail", startsWith("这不是文本文件"));
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException, InterruptedException {
        byte[] line = ("1" + CLOSED + "\n").getBytes(StandardCharsets.UTF_8);
        List<byte[]> lines = Collections.nCopies(65 * 1024 * 1024 / line.length + 1, line);

        HttpResponse<String> answer = send(
                part("mapping", mapping("large")),
                part("file\"; filename=\"large.csv", HEADER),
                BodyPublishers.ofByteArrays(lines));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("文件超过 64 MB");
    }

    @Test
    void aMappingMayComeAsPlainTextOfTheForm() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(part("mapping", mapping("plain")), part("file", HEADER + "1" + FOUND + ",,,,,\n"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(new JsonPath(answer.body()).getInt("rows")).isEqualTo(1);
    }

    /** A form as a plain client writes it, streamed. */
    private static HttpResponse<String> send(BodyPublisher... parts) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/imports"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Authorization", "Bearer " + Callers.token("admin"))
                .POST(BodyPublishers.concat(BodyPublishers.concat(parts), BodyPublishers.ofString("\r\n--edge--\r\n")))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher part(String name, String content) {
        return BodyPublishers.ofString(
                "\r\n--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content);
    }

    @Test
    void theSameKeyAnswersTheFirstImportAgain() {
        String file = HEADER + "1" + FOUND + ",,,,,\n";
        String first = withKey("imports-1", file).statusCode(202).extract().path("id");
        withKey("imports-1", file).statusCode(202).body("id", is(first));
        withKey("imports-1", file + "2" + FOUND + ",,,,,\n").statusCode(422);
    }

    @Test
    void theSameFileImportedFiveTimesAtOnceGoesInOnce() {
        String file = HEADER
                + String.join(
                        "",
                        IntStream.range(0, 20).mapToObj(n -> n + CLOSED + "\n").toList());
        List<ValidatableResponse> all = IntStream.range(0, 5)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> submit(file, mapping("five"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        List<JsonPath> ended =
                all.stream().map(each -> done(each).extract().jsonPath()).toList();

        assertThat(ended.stream().mapToInt(each -> each.getInt("created")).sum())
                .isEqualTo(20);
        assertThat(ended.stream().mapToInt(each -> each.getInt("unchanged")).sum())
                .isEqualTo(80);
    }

    @Test
    void theCallIsDescribedWithBothItsParts() {
        String schema = "paths.'/api/imports'.post.requestBody.content.'multipart/form-data'.schema.'$ref'";
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body(schema, is("#/components/schemas/Ledger"))
                .body("components.schemas.Ledger.required", contains("file"))
                .body("components.schemas.Ledger.properties.file.format", is("binary"))
                .body("components.schemas.Ledger.properties.mapping.type", hasItem("string"));
    }

    @Test
    void anImportThatDoesNotExistIsNotFound() {
        given().get("/api/imports/0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static RequestSpecification form() {
        return given().contentType("multipart/form-data");
    }

    private static ValidatableResponse submit(String file, String mapping) {
        return submit(given(), file, mapping);
    }

    private static ValidatableResponse submit(RequestSpecification request, String file, String mapping) {
        return request.multiPart("file", "ledger.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", mapping, "text/plain; charset=UTF-8")
                .post("/api/imports")
                .then();
    }

    private static ValidatableResponse withKey(String key, String file) {
        return submit(given().header("Idempotency-Key", key), file, mapping("keyed"));
    }

    /** The import once it has ended. */
    private static ValidatableResponse done(ValidatableResponse submitted) {
        String location = submitted.statusCode(202).extract().header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> given().get(location).then().extract().<String>path("state"), "DONE"::equals);
        return given().get(location).then().statusCode(200);
    }

    private static List<Map<String, Object>> hazards(String district) {
        return given().queryParam("district", district)
                .queryParam("limit", 500)
                .get("/api/hazards")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static Map<String, Object> hazard(String ledger, String externalNumber) {
        return hazards("630102").stream()
                .filter(hazard -> ledger.equals(hazard.get("ledger")))
                .filter(hazard -> externalNumber.equals(hazard.get("externalNumber")))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse history(Map<String, Object> hazard) {
        return given().get("/api/hazards/" + hazard.get("id") + "/history").then();
    }

    private static int count(List<CSVRecord> rows, Predicate<CSVRecord> which) {
        return (int) rows.stream().filter(which).count();
    }
}
