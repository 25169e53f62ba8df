package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.Calls.json;
import static io.bihuan.hazard.rest.Calls.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test's units, sites and districts have codes of their own. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RegistersTest {

    private static final String UNIT = """
            {"code": "%s", "name": "城东区某餐饮有限公司", "kind": "RESTAURANT", "uscc": "91630102MA75200018",
             "districtCode": "630102", "address": "城东区某路 1 号",
             "contacts": [{"name": "安全负责人", "post": "店长", "phone": "13900000000"}, {"name": "值班人员"}]}""";
    private static final String SITE = """
            {"code": "%s", "name": "城东区某餐馆", "kind": "RESTAURANT", "districtCode": "630102",
             "address": "城东区某路 1 号", "location": {"lat": 36.6171, "lon": 101.79821149},
             "contacts": [{"name": "安全负责人", "phone": "+8613900000000"}]}""";

    @Inject
    EntityManager database;

    @Test
    void aUnitIsFoundAgainAsItWasEntered() {
        post("/api/units", UNIT.formatted("U-1"))
                .statusCode(201)
                .header("Location", endsWith("/api/units/U-1"))
                .header("ETag", "\"1\"");

        given().get("/api/units/U-1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("城东区某餐饮有限公司"))
                .body("kind", is("RESTAURANT"))
                .body("uscc", is("91630102MA75200018"))
                .body("districtCode", is("630102"))
                .body("active", is(true))
                .body("contacts.name", contains("安全负责人", "值班人员"))
                .body("contacts.phone", contains("13900000000", null))
                .body("version", is(1));
    }

    @Test
    void theCreditCodeOfAUnitIsItsCodeWhereTheOfficeGivesNone() {
        String entry = UNIT.replace("\"code\": \"%s\",", "").replace("91630102MA75200018", "91630102MA7520002B");
        post("/api/units", entry).statusCode(201).body("code", is("91630102MA7520002B"));
        post("/api/units", entry.replace("\"uscc\": \"91630102MA7520002B\",", ""))
                .statusCode(400)
                .body("violations.field", contains("code"));
    }

    @Test
    void aCodeThatIsOnFileIsNotGivenTwice() {
        post("/api/units", UNIT.formatted("U-TWICE")).statusCode(201);
        post("/api/units", UNIT.formatted("U-TWICE")).statusCode(400).body("violations.field", contains("code"));
    }

    @Test
    void ofManyWhoAddTheSameUnitAtOnceOneDoes() {
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        post("/api/units", UNIT.formatted("U-RACE")).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(201, 400).containsOnlyOnce(201);
        assertThat(history("unit", "U-RACE")).hasSize(1);
    }

    @Test
    void aSiteKeepsItsPlaceToSixDecimalsAndNamesItsUnit() {
        post("/api/units", UNIT.formatted("U-OF-SITE")).statusCode(201);
        post("/api/sites", SITE.formatted("S-1").replace("{\"code\"", "{\"unitCode\": \"U-OF-SITE\", \"code\""))
                .statusCode(201)
                .body("location.lon", is(101.798211f))
                .body("unitCode", is("U-OF-SITE"));

        given().get("/api/sites?unit=U-OF-SITE").then().body("items.code", contains("S-1"));
    }

    @Test
    void aSitesFileShowsItsContactsItsUnitAndItsHazards() {
        post("/api/units", UNIT.formatted("U-FILE")).statusCode(201);
        post("/api/sites", SITE.formatted("S-FILE").replace("{\"code\"", "{\"unitCode\": \"U-FILE\", \"code\""))
                .statusCode(201);
        String finding = Calls.FINDING.replace("{\"districtCode\"", "{\"site\": \"S-FILE\", \"districtCode\"");
        String open = post("/api/hazards", finding).statusCode(201).extract().path("id");
        String closed = post("/api/hazards", finding).statusCode(201).extract().path("id");
        Calls.step(closed, "assignment", Calls.ASSIGNMENT).statusCode(200);
        Calls.step(closed, "rectification", Calls.RECTIFICATION).statusCode(200);
        Calls.step(closed, "closure", Calls.CLOSURE).statusCode(200);
        Calls.found();

        given().get("/api/sites/S-FILE/file")
                .then()
                .statusCode(200)
                .body("site.code", is("S-FILE"))
                .body("site.contacts", hasSize(1))
                .body("unit.code", is("U-FILE"))
                .body("unit.contacts", hasSize(2))
                .body("hazards.counts", is(Map.of("FOUND", 1, "CLOSED", 1)))
                .body("hazards.open.id", contains(open))
                .body("hazards.closed.id", contains(closed));
        given().get("/api/sites/nobody/file").then().statusCode(404);
    }

    @Test
    void aRenamedSiteKeepsItsCodeAndItsHistorySaysBothNames() {
        post("/api/sites", SITE.formatted("S-RENAMED")).statusCode(201);
        put("/api/sites/S-RENAMED", SITE.formatted("S-RENAMED").replace("某餐馆", "某火锅店"), "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", is("城东区某火锅店"));

        List<Object[]> rows = history("site", "S-RENAMED");
        assertThat(rows).extracting(row -> row[0]).containsExactly("site.registered", "site.registered");
        assertThat(rows.get(0)[1].toString()).contains("城东区某餐馆");
        assertThat(rows.get(1)[1].toString()).contains("城东区某火锅店");
        assertThat(rows.get(1)[2]).isEqualTo(rows.get(0)[3]);
        assertThat(rows).allSatisfy(row -> assertThat(row[1].toString()).doesNotContain("13900000000"));
    }

    @Test
    void whatSaysNothingNewIsNoNewVersion() {
        post("/api/sites", SITE.formatted("S-SAME")).statusCode(201);
        put("/api/sites/S-SAME", SITE.formatted("S-SAME"), null).statusCode(200).body("version", is(1));
        assertThat(history("site", "S-SAME")).hasSize(1);
    }

    @Test
    void onlyWhoHasSeenTheLastVersionReplacesIt() {
        post("/api/units", UNIT.formatted("U-STALE")).statusCode(201);
        String closed = UNIT.formatted("U-STALE").replace("\"districtCode\"", "\"active\": false, \"districtCode\"");
        put("/api/units/U-STALE", closed, "\"1\"").statusCode(200).body("active", is(false));
        put("/api/units/U-STALE", UNIT.formatted("U-STALE"), "\"1\"")
                .statusCode(412)
                .header("ETag", "\"2\"");
        put("/api/units/U-NOT-THERE", UNIT.formatted("U-NOT-THERE"), "\"1\"").statusCode(412);
        given().header("If-None-Match", "\"2\"")
                .get("/api/units/U-STALE")
                .then()
                .statusCode(304);
    }

    @Test
    void aPutReplacesAllThatStoodThere() {
        post("/api/units", UNIT.formatted("U-WHOLE")).statusCode(201);
        put("/api/units/U-WHOLE", """
                {"name": "某学校", "kind": "SCHOOL_OR_CANTEEN", "districtCode": "6301"}""", null)
                .statusCode(200)
                .body("code", is("U-WHOLE"))
                .body("uscc", nullValue())
                .body("address", nullValue())
                .body("contacts", empty());
    }

    @Test
    void aPutUnderANewCodeAddsAndACodeNeverChanges() {
        put("/api/units/单位-一", UNIT.formatted("单位-一"), null)
                .statusCode(201)
                .header("Location", containsString("%E5%8D%95"));
        given().get("/api/units/单位-一").then().statusCode(200).body("code", is("单位-一"));
        put("/api/units/单位-一", UNIT.formatted("单位-二"), null).statusCode(400).body("violations.field", contains("code"));
    }

    @ParameterizedTest
    @CsvSource({
        "91630102MA75200018, 91630102MA75200019, uscc",
        "91630102MA75200018, 91630102MA7520001I, uscc",
        "13900000000, 12345, contacts[0].phone",
        "'\"630102\"', '\"990102\"', districtCode",
        "'\"630102\"', '\"\"', districtCode",
        "RESTAURANT, PUB, kind",
        "城东区某餐饮有限公司, '   ', name",
        "城东区某餐饮有限公司, 第一行\\n第二行, name",
        "城东区某餐饮有限公司, 后\\u0000厨, name",
        "城东区某餐饮有限公司, '\\ud83d', name",
        "U-BAD, ../x, code",
        "U-BAD, export, code",
        "U-BAD, ' ; drop', code",
        "address, colour, colour",
        "'\"值班人员\"', null, contacts[1].name",
        "'{\"name\": \"值班人员\"}', 'null, null, null', contacts"
    })
    void aUnitThatCannotBeIsRefusedByField(String right, String wrong, String field) {
        post("/api/units", UNIT.formatted("U-BAD").replace(right, wrong))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
        given().get("/api/units/U-BAD").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "36.6171, 91, location.lat",
        "101.79821149, -180.5, location.lon",
        "36.6171, 1e400, location.lat",
        "36.6171, null, location.lat",
        "'\"kind\"', '\"unitCode\": \"nobody\", \"kind\"', unitCode",
        "630102, NOWHERE, districtCode"
    })
    void aSiteThatCannotBeIsRefusedByField(String right, String wrong, String field) {
        post("/api/sites", SITE.formatted("S-BAD").replace(right, wrong))
                .statusCode(400)
                .body("violations.field", hasItem(field));
        given().get("/api/sites/S-BAD").then().statusCode(404);
    }

    @Test
    void aNameOfAnyLengthOverTheMostIsRefused() {
        for (int length : new int[] {201, 100_000}) {
            post("/api/units", UNIT.formatted("U-LONG").replace("城东区某餐饮有限公司", "长".repeat(length)))
                    .statusCode(400)
                    .body("violations.field", contains("name"));
        }
        post("/api/units", UNIT.formatted("U".repeat(65))).statusCode(400).body("violations.field", contains("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/units/", "/api/sites/", "/api/check-items/", "/api/districts/"})
    void whatIsNotOnFileIsNotFound(String path) {
        given().get(path + "nobody").then().statusCode(404).body("detail", containsString("nobody"));
        given().urlEncodingEnabled(false).get(path + "%00").then().statusCode(404);
        given().urlEncodingEnabled(false).get(path + "x".repeat(2000)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "units, kind, PUB",
        "units, active, maybe",
        "units, limit, 0",
        "units, cursor, /",
        "units, unit, x",
        "units, q, %00",
        "sites, unit, %00",
        "sites, district, %00",
        "sites, kind, PUB",
        "check-items, category, PIPES",
        "check-items, siteKind, PUB",
        "districts, parent, %00"
    })
    void aBadQueryParameterIsNamed(String register, String name, String value) {
        given().urlEncodingEnabled(false)
                .get("/api/" + register + "?" + name + "=" + value)
                .then()
                .statusCode(400)
                .body("violations.field", contains(name));
    }

    @Test
    void aChineseWordInsideANameIsFoundAsItStands() {
        post("/api/units", UNIT.formatted("U-WORD").replace("某餐饮有限公司", "丁香巷100%小吃_店"))
                .statusCode(201);

        assertThat(units("q=香巷").getList("items.code")).containsExactly("U-WORD");
        assertThat(units("q=100%25小吃_").getList("items.code")).containsExactly("U-WORD");
        assertThat(units("q=丁%25店").getList("items.code")).isEmpty();
        assertThat(units("q=u-word").getList("items.code")).containsExactly("U-WORD");
        assertThat(units("q=丁香巷&kind=SCHOOL_OR_CANTEEN").getList("items")).isEmpty();
        assertThat(units("q=丁香巷&active=true&district=63").getList("items")).hasSize(1);
        assertThat(units("q=丁香巷&district=6302").getList("items")).isEmpty();
        assertThat(units("q=丁香巷&district=%25").getList("items")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeatsWhileUnitsAreAdded() {
        for (int i = 10; i < 20; i += 2) {
            post("/api/units", UNIT.formatted("PAGED-" + i)).statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int arriving = 11;
        do {
            JsonPath page = units("q=PAGED-&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.getList("items.code"));
            cursor = page.getString("nextCursor");
            post("/api/units", UNIT.formatted("PAGED-" + arriving)).statusCode(201);
            arriving += 2;
        } while (cursor != null);

        assertThat(seen)
                .doesNotHaveDuplicates()
                .isSorted()
                .contains("PAGED-10", "PAGED-12", "PAGED-14", "PAGED-16", "PAGED-18");
    }

    @Test
    void aDistrictThatIsAddedLiesBelowTheLongestPrefixOnFile() {
        post("/api/districts", """
                {"code": "630102990", "name": "某工业园区"}""")
                .statusCode(201)
                .body("parentCode", is("630102"))
                .body("level", is("STREET"));
        post("/api/districts", """
                {"code": "630102990", "name": "某高新园区"}""").statusCode(200).body("version", is(2));

        given().get("/api/districts/630102990").then().header("ETag", "\"2\"").body("name", is("某高新园区"));
        assertThat(history("district", "630102990")).hasSize(2);
        post("/api/units", UNIT.formatted("U-PARK").replace("630102\"", "630102990\""))
                .statusCode(201);
    }

    @Test
    void aDistrictIsRefusedUnderACodeThatIsNone() {
        post("/api/districts", """
                {"code": "63-01", "name": "某区"}""").statusCode(400).body("violations.field", contains("code"));
        post("/api/districts", """
                {"name": "某区"}""").statusCode(400).body("violations.field", contains("code"));
        post("/api/districts", """
                {"code": "99", "name": "某省"}""").statusCode(400).body("violations.field", contains("level"));
        post("/api/districts", """
                {"code": "6301020011", "name": "某村"}""").statusCode(400).body("violations.field", contains("code"));
    }

    @Test
    void theCheckItemsThatComeWithTheProductAreOnFile() {
        given().get("/api/check-items/CU-02")
                .then()
                .statusCode(200)
                .body("category", is("COMMERCIAL_USE"))
                .body("siteKind", is("RESTAURANT"))
                .body("titleZh", is("连接软管超长、穿墙或老化"))
                .body("titleEn", is("Hose too long, through a wall or aged"))
                .body("threshold", is("<= 2 m"))
                .body("grade", is("GENERAL"));
        given().get("/api/check-items?siteKind=SCHOOL&q=切断")
                .then()
                .body("items.code", contains("SC-01"))
                .body("nextCursor", nullValue());
        given().get("/api/check-items?category=SCHOOL_USE").then().body("items", hasSize(3));
    }

    @Test
    void anOfficeAddsCheckItemsOfItsOwnAndRegradesThem() {
        String item = """
                {"category": "HEAT_NETWORK", "siteKind": "HEAT_STATION", "titleZh": "换热站无人值守且无远传",
                 "grade": "GENERAL"}""";
        put("/api/check-items/HN-99", item, null).statusCode(201).body("titleEn", nullValue());
        put("/api/check-items/HN-99", item.replace("GENERAL", "SERIOUS"), "\"1\"")
                .statusCode(200)
                .body("grade", is("SERIOUS"))
                .body("version", is(2));
    }

    private List<Object[]> history(String stream, String key) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery("select type, data, previous_hash, hash from history"
                        + " where stream = :stream and key = :key order by version")
                .setParameter("stream", stream)
                .setParameter("key", key)
                .getResultList();
        return rows;
    }

    private static JsonPath units(String query) {
        return given().urlEncodingEnabled(false)
                .get("/api/units?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse put(String path, String body, @Nullable String ifMatch) {
        var request = json(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put(path).then();
    }
}
