package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers go out as sheets and come in as sheets. Each test's units and sites have codes of their own. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RegisterSheetsTest {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String UNITS = "单位代码,单位名称,单位类型,统一社会信用代码,区划代码,地址,在用,联系人1,职务1,电话1,联系人2,职务2,电话2\n";

    @Test
    void aSheetThatAnOfficeKeepsIsTakenOnFile() {
        enter("units", UNITS + """
                00017,某燃气公司,管道燃气企业,91630102ma75200018,630102,某路 1 号,是,经理甲,经理,139 0000-0000,值班室,,+8613900000001
                IN-2,某学校,SCHOOL_OR_CANTEEN,,630102,,否,,,,,,
                """)
                .body("rows", is(2))
                .body("created", is(2))
                .body("failed", is(0))
                .body("errors", empty());

        given().get("/api/units/00017")
                .then()
                .statusCode(200)
                .body("kind", is("PIPELINE_GAS_COMPANY"))
                .body("uscc", is("91630102MA75200018"))
                .body("contacts.name", contains("经理甲", "值班室"))
                .body("contacts.phone", contains("13900000000", "+8613900000001"));
        given().get("/api/units/IN-2").then().body("active", is(false)).body("contacts", empty());
    }

    @Test
    void aRowThatCannotBeIsReportedAndStopsNothingElse() {
        enter("units", UNITS + """
                ROW-1,某燃气公司,管道燃气企业,,630102,,是,,,,,,
                ROW-2,,气站,91630102MA75200019,630102,,也许,,,,,,
                ROW-3,,加气站,91630102MA75200019,630102,,,,,110,,,
                ROW-4,某加气站,加气站,,990102,,,,,,,,
                ,某加气站,加气站,,630102,,,,,,,,
                ../x,某加气站,加气站,,630102,,,,,,,,
                ROW-7,某加气站
                ROW-8,某加气站,加气站,,630102,,,,,,,,
                """)
                .body("rows", is(8))
                .body("created", is(2))
                .body("failed", is(6))
                .body("errors.findAll { it.row == 3 }.field", contains("kind", "active"))
                .body("errors.findAll { it.row == 4 }.field", hasItem("name"))
                .body("errors.findAll { it.row == 4 }.field", hasItem("uscc"))
                .body("errors.findAll { it.row == 4 }.field", hasItem("contacts[0].name"))
                .body("errors.findAll { it.row == 4 }.field", hasItem("contacts[0].phone"))
                .body("errors.findAll { it.row == 5 }.field", contains("districtCode"))
                .body("errors.findAll { it.row == 5 }.message", contains(containsString("990102")))
                .body("errors.findAll { it.row == 6 }.field", contains("code"))
                .body("errors.findAll { it.row == 7 }.field", contains("code"))
                .body("errors.findAll { it.row == 8 }.field", contains("row"));

        given().get("/api/units/ROW-8").then().statusCode(200);
        given().get("/api/units/ROW-4").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, XLSX})
    void whatGoesOutGoesInAgainAndChangesNothing(String format) {
        String code = format.equals(CSV) ? "0001" : "0002";
        Calls.post("/api/units", """
                {"code": "%s", "name": "=1+1,\\"某\\"餐饮' 往返%s", "kind": "RESTAURANT", "uscc": "91630102MA75200018",
                 "districtCode": "630102", "address": "-@某路; 1 号", "active": false,
                 "contacts": [{"name": "甲", "post": "店长", "phone": "+8613900000000"}, {"name": "'=乙"}]}""".formatted(code, format)).statusCode(201);
        Calls.post("/api/sites", """
                {"code": "%1$s", "name": "'某餐馆 𠮷 往返%2$s", "kind": "RESTAURANT", "districtCode": "630102",
                 "unitCode": "%1$s", "location": {"lat": 36.6171, "lon": -0.000001},
                 "contacts": [{"name": "丙", "phone": "13900000000"}]}""".formatted(code, format)).statusCode(201);

        for (String register : List.of("units", "sites")) {
            byte[] sheet = export(register, format, "?q=往返" + format);
            enter(register, sheet).body("rows", is(1)).body("unchanged", is(1)).body("errors", empty());
            given().get("/api/%s/%s".formatted(register, code)).then().body("version", is(1));
        }
        for (String register : List.of("check-items", "districts")) {
            enter(register, export(register, format, ""))
                    .body("updated", is(0))
                    .body("created", is(0))
                    .body("errors", empty());
        }
    }

    @Test
    void aSheetGoesOutWithChineseHeadingsAndAMarkThatSpreadsheetsKnow() {
        Calls.post("/api/units", """
                {"code": "00123", "name": "前导零单位", "kind": "OTHER", "districtCode": "6301"}""").statusCode(201);
        byte[] sheet = export("units", CSV, "?q=前导零单位");

        assertThat(new String(sheet, UTF_8))
                .startsWith("\uFEFF单位代码,单位名称,单位类型,统一社会信用代码,区划代码,地址,在用,联系人1,职务1,电话1")
                .contains("\r\n00123,前导零单位,其他,,6301,,是,");
    }

    @Test
    void aSheetFromAChineseSpreadsheetIsReadInItsOwnEncoding() {
        enter("units", (UNITS + "GB-1,某供热公司,供热管网企业,,630102,,,,,,,,\n").getBytes(Charset.forName("GB18030")))
                .body("created", is(1));
        given().get("/api/units/GB-1").then().body("name", is("某供热公司"));
    }

    @Test
    void aColumnThatTheSheetDoesNotHaveLeavesWhatIsOnFile() {
        enter("units", UNITS + "KEEP-1,某小区,居民小区,91630102MA75200018,630102,某路,否,甲,,13900000000,,,\n");
        enter("units", "name,code,地址\n某花园小区,KEEP-1,\n").body("updated", is(1));

        given().get("/api/units/KEEP-1")
                .then()
                .body("name", is("某花园小区"))
                .body("address", nullValue())
                .body("uscc", is("91630102MA75200018"))
                .body("active", is(false))
                .body("contacts.phone", contains("13900000000"))
                .body("version", is(2));
    }

    @Test
    void theSameCodeTwiceInASheetIsOneUnitThatChangedTwice() {
        enter("units", UNITS + """
                SAME-1,某热源,热源企业,,630102,,,,,,,,
                SAME-1,某热源厂,热源企业,,630102,,,,,,,,
                """).body("created", is(1)).body("updated", is(1));
        given().get("/api/units/SAME-1").then().body("name", is("某热源厂")).body("version", is(2));
    }

    @Test
    void aSiteNeedsBothItsCoordinatesAndAUnitOnFile() {
        enter("sites", """
                对象代码,对象名称,对象类型,区划代码,责任单位代码,纬度,经度
                XY-1,某站,换热站,630102,,36.6,101.8
                XY-2,某站,换热站,630102,,36.6,
                XY-3,某站,换热站,630102,,北纬,101.8
                XY-4,某站,换热站,630102,,36.6,181
                XY-5,某站,换热站,630102,没有,36.6,101.8
                """)
                .body("created", is(1))
                .body("errors.row", contains(3, 4, 5, 6))
                .body("errors.field", contains("location.lon", "location.lat", "location.lon", "unitCode"));
    }

    @Test
    void districtsAndCheckItemsComeInTheSameWay() {
        enter("districts", """
                区划代码,区划名称,级别
                630103990,某街道,
                63010399001,某社区,乡级
                """).body("created", is(2)).body("errors", empty());
        given().get("/api/districts/63010399001").then().body("parentCode", is("630103990"));
        enter("check-items", """
                code,类别,对象类型,检查内容,默认等级
                ZZ-01,餐饮等工商用户,餐饮场所,灶间通风不良,一般
                """).body("created", is(1));
        given().get("/api/check-items/ZZ-01").then().body("grade", is("GENERAL"));
    }

    @Test
    void aSheetThatCannotBeReadIsRefusedAsAWhole() {
        hand("units", "单位代码,颜色\nX,红\n".getBytes(UTF_8))
                .statusCode(400)
                .body("violations[0].message", containsString("颜色"));
        hand("units", "单位代码,code\nX,X\n".getBytes(UTF_8)).statusCode(400);
        hand("units", new byte[0]).statusCode(400);
        hand("units", new byte[] {1, 0, 2, 0}).statusCode(415);
        hand("units", "单位代码,单位名称\n\"X,某".getBytes(UTF_8)).statusCode(400);
        given().multiPart("sheet", "units.csv", UNITS.getBytes(UTF_8))
                .post("/api/units/import")
                .then()
                .statusCode(400)
                .body("violations.field", contains("file", "sheet"));
        given().multiPart("colour", "red")
                .multiPart("file", UNITS)
                .post("/api/units/import")
                .then()
                .statusCode(400);
    }

    @Test
    void aSheetWithMoreRowsThanARegisterIsRefusedAndNothingOfItIsKept() {
        String rows = IntStream.rangeClosed(0, 20_000)
                .mapToObj(i -> "MANY-%05d,坏\n".formatted(i))
                .collect(Collectors.joining());
        hand("units", ("单位代码,单位名称\n" + rows).getBytes(UTF_8))
                .statusCode(400)
                .body("violations.field", contains("file"))
                .body("violations[0].message", containsString("20000"));
    }

    @Test
    void ofEndlessErrorsTheFirstThousandAreTold() {
        String rows = IntStream.range(0, 1500)
                .mapToObj(i -> "ERR-%04d,坏\n".formatted(i))
                .collect(Collectors.joining());
        enter("units", "单位代码,单位名称\n" + rows).body("failed", is(1500)).body("errors", hasSize(1000));
    }

    @Test
    void aCharacterThatCannotBeKeptIsReportedByItsRow() {
        String longAddress = "长".repeat(300);
        String rows = IntStream.range(0, 20)
                .mapToObj(i -> "NUL-%d,某站,加气站,,630102,%s,,,,,,,\n".formatted(i, longAddress))
                .collect(Collectors.joining());
        enter("units", UNITS + rows + "NUL-\0,某站,加气站,,630102,,,,,,,,\nNUL-X,某\0站,加气站,,63\0102,,,,,,,,\n")
                .body("created", is(20))
                .body("failed", is(2))
                .body("errors.findAll { it.row == 22 }.field", contains("code"))
                .body("errors.findAll { it.row == 23 }.field", contains("name"));
    }

    @Test
    void theSameSheetUnderTheSameKeyIsEnteredOnce() {
        for (int i = 0; i < 2; i++) {
            given().header("Idempotency-Key", "sheet-once")
                    .multiPart("file", "u.csv", (UNITS + "ONCE-1,某站,加气站,,630102,,,,,,,,\n").getBytes(UTF_8))
                    .post("/api/units/import")
                    .then()
                    .statusCode(200)
                    .body("created", is(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"application/pdf, 406", "text/csv, 200", "*/*, 200"})
    void aSheetGoesOutInAFormatThatThereIs(String accept, int status) {
        given().accept(accept).get("/api/sites/export?q=nothing").then().statusCode(status);
    }

    @Test
    void aWrongFilterOfAnExportIsNamed() {
        given().accept(CSV).get("/api/sites/export?kind=PUB").then().statusCode(400);
        given().accept(CSV).get("/api/sites/export?limit=1").then().statusCode(400);
    }

    private static byte[] export(String register, String format, String query) {
        return given().accept(format)
                .get("/api/" + register + "/export" + query)
                .then()
                .statusCode(200)
                .contentType(startsWith(format))
                .header("Content-Disposition", containsString(register))
                .extract()
                .asByteArray();
    }

    private static ValidatableResponse enter(String register, String sheet) {
        return enter(register, sheet.getBytes(UTF_8));
    }

    private static ValidatableResponse enter(String register, byte[] sheet) {
        return hand(register, sheet).statusCode(200);
    }

    private static ValidatableResponse hand(String register, byte[] sheet) {
        return given().multiPart("file", "sheet", sheet)
                .post("/api/" + register + "/import")
                .then();
    }
}
