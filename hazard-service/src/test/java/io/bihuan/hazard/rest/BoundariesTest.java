package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.Calls.json;
import static io.bihuan.hazard.rest.Calls.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Boundaries change 区划调整. It is 3 May 2026 in Xining. Each test has a city of its own with two counties 01 and 02, and streets in
 * both.
 */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class BoundariesTest {

    private static final Duration TO_10_MAY = Duration.ofHours(14 + 6 * 24);

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    private String city = "";

    @BeforeEach
    void districts() {
        city = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        district("", "市", "PREFECTURE");
        district("01", "东区", "COUNTY");
        district("02", "中区", "COUNTY");
        district("01001", "某街道", "STREET");
        district("01002", "邻街道", "STREET");
        district("02009", "某街道", "STREET");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aDistrictSaysWhatTakesItsPlaceAndFromWhichDayOn() {
        move("01001", "02009", "2026-05-10")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("code", is(city + "01001"))
                .body("movedInto", is(city + "02009"))
                .body("movedOn", is("2026-05-10"))
                .body("version", is(2));

        given().get("/api/districts/" + city + "01001").then().body("movedInto", is(city + "02009"));
        given().get("/api/districts/" + city + "02009")
                .then()
                .body("movedInto", nullValue())
                .body("version", is(1));
        assertEquals(
                List.of("district.registered", "district.moved"),
                database.createNativeQuery(
                                "select type from history where stream = 'district' and key = :code order by version")
                        .setParameter("code", city + "01001")
                        .getResultList());
    }

    @Test
    void untilTheDayTheOldCodeIsInUseAndFromThenOnItIsRefusedWithTheNewOne() {
        move("01001", "02009", "2026-05-10").statusCode(200);
        find("01001").statusCode(201);

        clock.advance(TO_10_MAY.minusSeconds(1));
        find("01001").statusCode(201);
        clock.advance(Duration.ofSeconds(1));

        find("01001")
                .statusCode(400)
                .body("violations.field", contains("districtCode"))
                .body("violations.message", contains("区划代码 %s01001 自 2026-05-10 起改为 %1$s02009".formatted(city)));
        given().header("Accept-Language", "en")
                .contentType("application/json")
                .body(site("01001"))
                .post("/api/sites")
                .then()
                .statusCode(400)
                .body("violations.field", contains("districtCode"))
                .body("violations.message", contains(containsString(city + "02009 takes the place of")));
        find("02009").statusCode(201);
        find("01002").statusCode(201);
    }

    @Test
    void whatIsOnRecordKeepsItsCodeAndGoesOn() {
        String id = find("01001").statusCode(201).extract().path("id");
        move("01001", "02009", "2026-05-01").statusCode(200);

        Calls.step(id, "assignment", Calls.ASSIGNMENT).statusCode(200).body("districtCode", is(city + "01001"));
        given().get("/api/hazards/" + id + "/notice").then().statusCode(200);
        Calls.step(
                        id,
                        "transfer",
                        Calls.TRANSFER.replace("{\"unit\"", "{\"districtCode\": \"%s01001\", \"unit\"".formatted(city)))
                .statusCode(400)
                .body("violations.field", contains("districtCode"));
        Calls.step(
                        id,
                        "transfer",
                        Calls.TRANSFER.replace("{\"unit\"", "{\"districtCode\": \"%s02009\", \"unit\"".formatted(city)))
                .statusCode(200)
                .body("districtCode", is(city + "02009"));
    }

    @Test
    void aHazardThatIsEnteredLateCountsForTheDayOnWhichItWasFound() {
        move("01001", "02009", "2026-05-01").statusCode(200);

        find("01001", "2026-04-30T23:59:59+08:00").statusCode(201);
        find("01001", "2026-05-01T00:00:00+08:00").statusCode(400);
    }

    @Test
    void anInspectionAndItsHazardsGoOnRecordUnderTheCodeInUse() {
        post("/api/sites", site("01001")).statusCode(201);
        move("01001", "02009", "2026-05-01").statusCode(200);

        String inspection = """
                {"site": "S-%s", "kind": "INSPECTION", "inspectors": ["检查人员甲"], "inspectedAt": "%s",
                 "checklist": [{"item": "CU-01", "result": "FAIL"}],
                 "signatures": {"inspector": {"name": "检查人员甲"}, "unit": {"name": "餐馆负责人"}},
                 "hazards": [{"grade": "GENERAL", "category": "COMMERCIAL_USE", "checkItem": "CU-01",
                              "description": "未安装报警器", "unit": {"name": "某餐馆"}}]}""";
        for (String[] held : new String[][] {
            {"2026-04-30T10:00:00+08:00", "01001"},
            {"2026-05-02T10:00:00+08:00", "02009"}
        }) {
            String hazard = post("/api/inspections", inspection.formatted(city, held[0]))
                    .statusCode(201)
                    .body("districtCode", is(city + held[1]))
                    .extract()
                    .path("hazards[0].id");
            given().get("/api/hazards/" + hazard).then().body("districtCode", is(city + held[1]));
        }
    }

    @Test
    void aHazardOfACaseGoesOnRecordUnderTheCodeInUse() {
        String id = post("/api/cases", """
                {"kind": "COMPLAINT", "source": "CITIZEN", "districtCode": "%s01001", "category": "HEAT_SUPPLY",
                 "description": "不热"}""".formatted(city))
                .statusCode(201)
                .extract()
                .path("id");
        move("01001", "02009", "2026-05-10").statusCode(200);
        clock.advance(TO_10_MAY);

        String hazard = post("/api/cases/" + id + "/hazard", """
                {"grade": "GENERAL", "category": "HEAT_NETWORK", "description": "供热管道泄漏"}""")
                .statusCode(200)
                .extract()
                .path("hazard.id");

        given().get("/api/hazards/" + hazard).then().body("districtCode", is(city + "02009"));
    }

    @Test
    void whatIsBelowMovesTooUnlessItWentElsewhereBefore() {
        String other = city + "9";
        post("/api/districts", """
                {"code": "%s", "name": "邻市", "level": "PREFECTURE"}""".formatted(other)).statusCode(201);
        post("/api/districts", """
                {"code": "%s07", "name": "东区", "level": "COUNTY"}""".formatted(other)).statusCode(201);
        move("01001", "02009", "2026-06-01").statusCode(200);
        move("01", "907", "2026-07-01").statusCode(200).body("movedInto", is(other + "07"));

        given().get("/api/districts/" + city + "01001").then().body("movedInto", is(city + "02009"));
        given().get("/api/districts/" + city + "01002")
                .then()
                .body("movedInto", is(other + "07002"))
                .body("movedOn", is("2026-07-01"))
                .body("version", is(2));
        given().get("/api/districts?parent=" + other + "07")
                .then()
                .body("items.code", contains(other + "07002"))
                .body("items.name", contains("邻街道"))
                .body("items.level", contains("STREET"));
        given().get("/api/districts/" + other + "07001").then().statusCode(404);
    }

    @Test
    void aCodeThatTookAnothersPlaceMayBeGivenUpLater() {
        district("02010", "新街道", "STREET");
        move("01001", "02009", "2026-05-01").statusCode(200);
        move("02009", "02010", "2026-05-02").statusCode(200);

        find("01001").statusCode(400).body("violations.message", contains(containsString(city + "02010")));
        find("01001", "2026-05-01T10:00:00+08:00").body("violations.message", contains(containsString(city + "02009")));
    }

    @Test
    void aCodeIsGivenUpOnce() {
        move("01001", "02009", "2026-05-10").statusCode(200);
        move("01001", "01002", "2026-06-10").statusCode(409).body("districtStatus", is("MOVED"));
        given().get("/api/districts/" + city + "01001").then().body("movedInto", is(city + "02009"));
    }

    @ParameterizedTest
    @CsvSource({
        "01001, 01001, 2026-05-10, into",
        "01001, 01, 2026-05-10, into",
        "01, 01001, 2026-05-10, into",
        "01001, 02, 2026-05-10, into",
        "01001, 02099, 2026-05-10, into",
        "01001, 02009, 2200-01-01, from",
        "01001, 02009, 1899-12-31, from"
    })
    void aMoveThatCannotBeIsRefusedByField(String code, String into, String from, String field) {
        move(code, into, from).statusCode(400).body("violations.field", contains(field));
        given().get("/api/districts/" + city + code).then().body("movedInto", nullValue());
    }

    @Test
    void nothingMovesInACircleNorWhereNothingIsAnyMore() {
        move("01001", "02009", "2026-05-10").statusCode(200);

        move("02009", "01001", "2026-05-10").statusCode(400).body("violations.field", contains("into"));
        move("02009", "01001", "2026-06-10").statusCode(400).body("violations.field", contains("into"));
        move("02009", "01001", "2026-05-01").statusCode(400).body("violations.field", contains("from"));
        move("01002", "01001", "2026-05-10").statusCode(400).body("violations.field", contains("into"));
        move("02009", "01002", "2026-05-10").statusCode(400).body("violations.field", contains("from"));
        move("01", "02", "2026-05-09").statusCode(400).body("violations.field", contains("from"));
        given().get("/api/districts/" + city + "02").then().body("movedInto", nullValue());
    }

    @Test
    void aMoveAsksForEverythingAndForTheVersionThatWasSeen() {
        String path = "/api/districts/" + city + "01001/moves";
        post(path, "{}").statusCode(400).body("violations.field", contains("from", "into", "reason"));
        post("/api/districts/" + city + "77/moves", moveTo("02009", "2026-05-10"))
                .statusCode(404);
        json(moveTo("02009", "2026-05-10"))
                .header("If-Match", "\"7\"")
                .post(path)
                .then()
                .statusCode(412);
        String key = UUID.randomUUID().toString();
        for (int times = 0; times < 2; times++) {
            json(moveTo("02009", "2026-05-10"))
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", key)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("version", is(2));
        }
        given().get("/api/districts?parent=" + city + "01001").then().body("items", empty());
    }

    private void district(String below, String name, String level) {
        post("/api/districts", """
                {"code": "%s", "name": "%s", "level": "%s"}""".formatted(city + below, name, level)).statusCode(201);
    }

    private ValidatableResponse move(String code, String into, String from) {
        return post("/api/districts/" + city + code + "/moves", moveTo(into, from));
    }

    private String moveTo(String into, String from) {
        return """
                {"into": "%s", "from": "%s", "reason": "区划调整"}""".formatted(city + into, from);
    }

    private ValidatableResponse find(String code) {
        return post("/api/hazards", finding(code));
    }

    private ValidatableResponse find(String code, String at) {
        return post("/api/hazards", finding(code).replace("{\"d", "{\"foundAt\": \"%s\", \"d".formatted(at)));
    }

    private String finding(String code) {
        return Calls.FINDING.replace("630102", city + code);
    }

    private String site(String code) {
        return """
                {"code": "S-%s", "name": "某餐馆", "kind": "RESTAURANT", "districtCode": "%1$s%s"}""".formatted(city, code);
    }
}
