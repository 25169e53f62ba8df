package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.bihuan.hazard.SampleLedger;
import io.bihuan.hazard.SettableClock;
import io.bihuan.hazard.sheets.Heading;
import io.bihuan.hazard.sheets.Reading;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.SheetWriter;
import io.bihuan.hazard.sheets.Table;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out as a ledger goes in again and changes nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class LedgerRoundTripTest {

    private static final String XLSX = SheetAnswer.XLSX;
    private static final String CSV = SheetAnswer.CSV;

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {XLSX, CSV})
    void whatWasExportedIsUnchangedWhenItComesInAgain(String form) {
        done(submit(SampleLedger.csv().getBytes(StandardCharsets.UTF_8), mapping("round-trip")));
        String reopened = Calls.closed();
        Calls.step(reopened, "reopening", """
                {"reason": "再次出现泄漏", "withinDays": 3}""");

        for (String language : List.of("zh-CN", "en")) {
            byte[] exported = export(form, language, Map.of());
            int rows = rows(exported).size();
            assertThat(rows).isGreaterThanOrEqualTo(101);

            done(submit(exported, null))
                    .body("rows", is(rows))
                    .body("errors", is(List.of()))
                    .body("unchanged", is(rows));
        }
    }

    @Test
    void theSheetSaysWhatTheRecordSaysInTheReadersLanguage() {
        String id = Calls.assigned();
        Map<String, Object> hazard = Calls.hazard(id);

        ValidatableResponse answer = given().accept(XLSX)
                .queryParam("q", hazard.get("number"))
                .get("/api/hazards/export")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .header("Content-Disposition", containsString("filename=\"ledger-2026-05-03.xlsx\""))
                .header(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''%E9%9A%90%E6%82%A3%E5%8F%B0%E8%B4%A6-2026-05-03.xlsx"));

        Row row = rows(answer.extract().asByteArray()).get(0);
        assertThat(row.get("隐患编号")).isEqualTo(hazard.get("number"));
        assertThat(row.get("区划")).isEqualTo("城东区");
        assertThat(row.get("等级")).isEqualTo("较大");
        assertThat(row.get("状态")).isEqualTo("整改中");
        assertThat(row.get("发现时间")).isEqualTo("2026-05-03T10:00");
        assertThat(row.get("整改期限")).as("the end of that day").isEqualTo("2026-05-10");
        assertThat(row.get("整改资金（元）")).isEqualTo("3200");
        assertThat(row.get("联系电话")).isEqualTo("13900000000");

        Row english = rows(export(CSV, "en", Map.of("q", hazard.get("number")))).get(0);
        assertThat(english.get("Grade")).isEqualTo("Serious");
        assertThat(english.get("Found at")).isEqualTo("2026-05-03 10:00:00");
    }

    @Test
    void anotherFormIsNotAcceptableAndAnotherParameterIsUnknown() {
        given().accept("application/pdf").get("/api/hazards/export").then().statusCode(406);
        given().get("/api/hazards/export?limit=5").then().statusCode(400);
        given().get("/api/hazards/export?grade=BAD").then().statusCode(400).contentType("application/problem+json");
        given().get("/api/hazards/export?grade=MAJOR").then().statusCode(200).contentType(XLSX);
    }

    @Test
    void aCellThatDiffersIsAnErrorThatNamesTheColumnOursAndTheirs() {
        Map<String, Object> hazard = Calls.hazard(Calls.assigned());
        byte[] changed = changed(hazard, Map.of("隐患描述", "另一个隐患", "等级", "重大", "备注", "我们自己的列"));

        done(submit(changed, "bihuan"))
                .body("failed", is(1))
                .body("errors.field", is(List.of("等级", "隐患描述")))
                .body("errors[0].message", containsString("较大"))
                .body("errors[0].message", containsString("重大"));
        assertThat(Calls.hazard(String.valueOf(hazard.get("id")))).isEqualTo(hazard);
    }

    @Test
    void stepsThatTheSheetHasBeyondTheRecordAreTakenAsPastSteps() {
        Map<String, Object> hazard = Calls.hazard(Calls.assigned());
        clock.advance(Duration.ofDays(5));
        byte[] filled = changed(
                hazard,
                Map.of("整改完成时间", "2026/5/5 9:30", "整改情况", "已安装", "销号时间", "2026-05-06", "复查意见", "合格", "复查人员", "检查人员乙"));

        done(submit(filled, null)).body("updated", is(1));
        assertThat(Calls.hazard(String.valueOf(hazard.get("id"))))
                .containsEntry("status", "CLOSED")
                .containsEntry("rectifiedAt", "2026-05-05T01:30:00Z")
                .containsEntry("closedAt", "2026-05-05T16:00:01Z");
        done(submit(filled, null)).body("unchanged", is(1));
    }

    @Test
    void aRowOfAnotherInstallationBecomesAHazardWithItsPastOnce() {
        Map<String, Object> hazard = Calls.hazard(Calls.rectified());
        byte[] foreign = changed(hazard, Map.of("隐患编号", "630102-2025-999901"));

        done(submit(foreign, null)).body("errors", is(List.of())).body("created", is(1));
        done(submit(foreign, null)).body("unchanged", is(1));

        Map<String, Object> taken = given().queryParam("q", "630102-2025-999901")
                .get("/api/hazards")
                .then()
                .extract()
                .jsonPath()
                .getMap("items[0]");
        assertThat(taken)
                .containsEntry("ledger", "bihuan")
                .containsEntry("externalNumber", "630102-2025-999901")
                .containsEntry("status", "RECTIFIED")
                .containsEntry("rectification", hazard.get("rectification"));
    }

    @Test
    void aRowWithoutAnyNumberNeedsItsLedgerAndOutsideNumber() {
        Map<String, Object> hazard = Calls.hazard(Calls.found());

        done(submit(changed(hazard, Map.of("隐患编号", "")), null)).body("errors.field", is(List.of("externalNumber")));
        byte[] keyed = changed(hazard, Map.of("隐患编号", "", "来源台账", "keyed-row", "外部编号", "1"));
        done(submit(keyed, null)).body("created", is(1));
        done(submit(keyed, null)).body("unchanged", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {XLSX, CSV})
    void theRowsThatFailedComeBackAsASheetToCorrectAndSendAgain(String form) {
        String mapping = mapping("corrected-" + form.length());
        String broken = SampleLedger.csv().replaceFirst(",B,10/09/2013", ",X,10/09/2013");
        String failed = done(submit(broken.getBytes(StandardCharsets.UTF_8), mapping))
                .body("failed", is(1))
                .extract()
                .path("id");

        byte[] errors = given().accept(form)
                .get("/api/imports/" + failed + "/errors")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        List<Row> rows = rows(errors);
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("ViolationID")).isEqualTo("10000000");
        assertThat(rows.get(0).get("错误")).contains("grade").contains("X");
        assertThat(rows.get(0).header()).hasSize(SampleLedger.rows().get(0).size() + 1);

        // Not corrected, it fails again, and its correction has one column of errors.
        String failedAgain =
                done(submit(errors, mapping)).body("failed", is(1)).extract().path("id");
        byte[] again = given().accept(form)
                .header("Accept-Language", "en")
                .get("/api/imports/" + failedAgain + "/errors")
                .asByteArray();
        assertThat(rows(again).get(0).header().keySet()).contains("Errors").doesNotContain("错误");

        done(submit(written(rows(again), Map.of("Class", "B")), mapping))
                .body("errors", is(List.of()))
                .body("created", is(1));
    }

    @Test
    void theErrorsOfNoImportAreNotFound() {
        given().get("/api/imports/0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4/errors")
                .then()
                .statusCode(404);
    }

    /** That of the sample, but for the ledger's name and districts that no other test counts. */
    private static String mapping(String ledger) {
        return SampleLedger.mapping()
                .replace("ledger: hpd-violations", "ledger: " + ledger)
                .replaceAll("NYC[1-5]", "\"632322\"");
    }

    private static byte[] export(String form, String language, Map<String, ?> filter) {
        return given().accept(form)
                .header("Accept-Language", language)
                .queryParams(filter)
                .get("/api/hazards/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** A hazard's row with other cells in some columns. */
    private static byte[] changed(Map<String, Object> hazard, Map<String, String> cells) {
        return written(rows(export(XLSX, "zh-CN", Map.of("q", hazard.get("number")))), cells);
    }

    private static byte[] written(List<Row> rows, Map<String, String> changes) {
        List<String> columns = new ArrayList<>(rows.get(0).header().keySet());
        changes.keySet().stream().filter(each -> !columns.contains(each)).forEach(columns::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SheetWriter sheet = SheetWriter.xlsx(bytes, "台账")) {
            sheet.header(columns.stream().map(name -> new Heading(name, 10)).toList());
            for (Row row : rows) {
                sheet.row(columns.stream()
                        .map(name -> changes.containsKey(name) ? changes.get(name) : row.says(name))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Row> rows(byte[] file) {
        List<Row> rows = new ArrayList<>();
        try (Table table = Table.open(() -> new ByteArrayInputStream(file), Reading.byContent())) {
            for (Row row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static ValidatableResponse submit(byte[] file, @Nullable String mapping) {
        RequestSpecification request = given().multiPart("file", "ledger", file, "application/octet-stream");
        return (mapping == null ? request : request.multiPart("mapping", mapping, "text/plain; charset=UTF-8"))
                .post("/api/imports")
                .then();
    }

    private static ValidatableResponse done(ValidatableResponse submitted) {
        String location = submitted.statusCode(202).extract().header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> given().get(location).then().extract().<String>path("state"), "DONE"::equals);
        return given().get(location).then().statusCode(200);
    }
}
