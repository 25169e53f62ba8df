package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class InspectionsTest {

    private static final String CLEAN = """
            {"site": "SITE", "kind": "SPOT_CHECK", "inspectors": ["检查人员甲", "检查人员乙"],
             "checklist": [{"item": "CU-01", "result": "PASS", "measured": "0 %LEL"},
                           {"item": "CU-02", "result": "NOT_APPLICABLE"}],
             "signatures": {"inspector": {"name": "检查人员甲"}, "unit": {"name": "餐馆负责人", "evidence": "e1"}}}""";
    private static final String HAZARD = """
            {"grade": "SERIOUS", "category": "COMMERCIAL_USE", "description": "未安装报警器", "checkItem": "CU-01",
             "unit": {"name": "城东区某餐馆"}}""";

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    private String site = "";

    @BeforeEach
    void takeASiteOnFile() {
        clock.reset();
        site = Visits.site();
    }

    @Test
    void aCleanInspectionIsRecordedAndReadAgain() {
        String location =
                hold(clean()).statusCode(201).body("clean", is(true)).extract().header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .body("site", is(site))
                .body("siteKind", is("RESTAURANT"))
                .body("districtCode", is("630102"))
                .body("inspectedAt", is("2026-05-03T02:00:00Z"))
                .body("inspectors", contains("检查人员甲", "检查人员乙"))
                .body("checklist.result", contains("PASS", "NOT_APPLICABLE"))
                .body("signatures.unit.name", is("餐馆负责人"))
                .body("signatures.unit.signedAt", is("2026-05-03T02:00:00Z"))
                .body("hazards", empty());
    }

    @Test
    void aHazardThatComesToLightLiesAtTheSiteAndKnowsItsInspectionAndCampaign() {
        String campaign = Visits.campaign();
        ValidatableResponse held = hold(failing(HAZARD).replaceFirst("\\{", "{\"campaign\": \"" + campaign + "\", "))
                .statusCode(201)
                .body("clean", is(false))
                .body("hazards", hasSize(1));
        given().get("/api/hazards/" + held.extract().path("hazards[0].id"))
                .then()
                .statusCode(200)
                .body("status", is("FOUND"))
                .body("inspection", is(held.extract().<String>path("id")))
                .body("campaign", is(campaign))
                .body("source", is("SPOT_CHECK"))
                .body("siteName", is("城东区某餐馆"))
                .body("districtCode", is("630102"))
                .body("address", is("城东区某路 1 号"))
                .body("foundBy", is("检查人员甲"))
                .body("witness", is("餐馆负责人"))
                .body("unit.name", is("城东区某餐馆"));
    }

    @Test
    void aHazardFixedOnTheSpotIsRectifiedInTheSameVisit() {
        String fixed = HAZARD.replaceFirst("\\{", "{\"fixedOnSpot\": {\"description\": \"当场安装\"}, ");
        String hazard = hold(failing(fixed)).statusCode(201).extract().path("hazards[0].id");
        given().get("/api/hazards/" + hazard)
                .then()
                .body("status", is("RECTIFIED"))
                .body("rectification", is("当场安装"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERIOUS|SEVERE|hazards[2].grade",
                "未安装报警器| |hazards[2].description",
                "\"unit\": {\"name\": \"城东区某餐馆\"}|\"fixedOnSpot\": {\"description\": \"x\"}|hazards[2].unit",
                "\"SERIOUS\", \"category\"|\"MAJOR\", \"fixedOnSpot\": {\"description\": \"x\"}, \"category\"|hazards[2].fixedOnSpot"
            })
    void aBadThirdHazardLeavesNothingBehind(String right, String wrong, String field) {
        assertThat(HAZARD).contains(right);
        long hazards = hazards();
        hold(failing(HAZARD + "," + HAZARD + "," + HAZARD.replace(right, wrong == null ? " " : wrong)))
                .statusCode(400)
                .body("violations.field", contains(field));
        assertThat(hazards()).isEqualTo(hazards);
        list("").body("items", empty());
    }

    @Test
    void anItemThatFailedHasAHazardInTheSameCall() {
        hold(failing(HAZARD.replace("CU-01", "CU-03")))
                .statusCode(400)
                .body("violations.field", contains("checklist[0]"))
                .body("violations[0].message", containsString("CU-01"));
        hold(failing("")).statusCode(400).body("violations.field", contains("checklist[0]"));
    }

    @Test
    void anItemThatFailedMayNameAHazardThatIsOpenAlready() {
        String number = hold(failing(HAZARD)).extract().path("hazards[0].number");
        String again = failing("").replace("\"FAIL\"", "\"FAIL\", \"openHazard\": \"" + number + "\"");

        hold(again).statusCode(201).body("clean", is(false)).body("hazards", empty());
        hold(again.replace("CU-01", "CU-03"))
                .statusCode(400)
                .body("violations.field", contains("checklist[0].openHazard"));
        hold(again.replace(number, "630102-2026-0")).statusCode(400);
        hold(again.replace(site, Visits.site())).statusCode(400);
    }

    @Test
    void anItemThatPassedHasNoHazard() {
        hold(clean().replaceFirst("\\{", "{\"hazards\": [" + HAZARD + "], "))
                .statusCode(400)
                .body("violations.field", contains("hazards[0].checkItem"));
    }

    @Test
    void anInspectionIsSignedByOneOfTheInspectors() {
        hold(clean().replace("\"inspector\": {\"name\": \"检查人员甲\"}", "\"inspector\": {\"name\": \"检查人员丙\"}"))
                .statusCode(400)
                .body("violations.field", contains("signatures.inspector.name"));
    }

    @Test
    void aUnitThatRefusesToSignIsRecordedWithItsReason() {
        String unit = "\"unit\": {\"name\": \"餐馆负责人\", \"evidence\": \"e1\"}";
        hold(clean().replace(unit, "\"refusedReason\": \"负责人不在场\""))
                .statusCode(201)
                .body("signatures.unit", nullValue())
                .body("signatures.refusedReason", is("负责人不在场"));
        hold(clean().replace(unit, unit + ", \"refusedReason\": \"不认可\""))
                .statusCode(400)
                .body("violations.field", contains("signatures.unit"));
        hold(clean().replace(", " + unit, "")).statusCode(400).body("violations.field", contains("signatures.unit"));
    }

    @Test
    void nobodySignsBeforeTheInspectionOrInTheFuture() {
        hold(clean().replace("\"evidence\"", "\"signedAt\": \"2026-05-03T01:00:00Z\", \"evidence\""))
                .statusCode(400)
                .body("violations.field", contains("signatures.unit.signedAt"));
        hold(clean().replace("\"evidence\"", "\"signedAt\": \"2026-05-03T03:00:00Z\", \"evidence\""))
                .statusCode(400)
                .body("violations.field", contains("signatures.unit.signedAt"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"SITE\"|\"no such site\"|site",
                "SPOT_CHECK|RAID|kind",
                "[\"检查人员甲\", \"检查人员乙\"]|[]|inspectors",
                "\"检查人员乙\"|\" \"|inspectors[1]",
                "CU-02|XX-99|checklist[1].item",
                "CU-02|CU-01|checklist[1].item",
                "NOT_APPLICABLE|MAYBE|checklist[1].result",
                "\"kind\"|\"campaign\": \"none\", \"kind\"|campaign",
                "\"kind\"|\"inspectedAt\": \"2026-05-03T02:00:01Z\", \"kind\"|inspectedAt",
                "\"evidence\"|\"stamp\": 1, \"evidence\"|signatures.unit.stamp",
                "检查人员乙|\\u0000|inspectors[1]"
            })
    void anInspectionThatCannotBeIsRefused(String right, String wrong, String field) {
        assertThat(CLEAN).contains(right);
        hold(CLEAN.replace(right, wrong).replace("SITE", site))
                .statusCode(400)
                .body("violations.field", hasItem(field));
        list("").body("items", empty());
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        hold("{}").statusCode(400).body("violations.field", contains("inspectors", "kind", "signatures", "site"));
    }

    @Test
    void theFileOfASiteShowsItsInspectionsTheLatestFirst() {
        String older = hold(clean().replaceFirst("\\{", "{\"inspectedAt\": \"2026-05-01T02:00:00Z\", "))
                .extract()
                .path("id");
        String latest = hold(failing(HAZARD)).extract().path("id");
        given().get("/api/sites/" + site + "/file")
                .then()
                .statusCode(200)
                .body("inspections.id", contains(latest, older))
                .body("inspections.clean", contains(false, true))
                .body("inspections.hazards", contains(1, 0));
    }

    @Test
    void aListIsNarrowedBySiteDistrictTimeInspectorAndCampaign() {
        String campaign = Visits.campaign();
        String id = hold(clean().replaceFirst("\\{", "{\"campaign\": \"" + campaign + "\", "))
                .extract()
                .path("id");
        list("&district=6301&inspector=检查人员乙&campaign=" + campaign
                        + "&from=2026-05-03T02:00:00Z&to=2026-05-03T02:00:01Z")
                .body("items.id", contains(id));
        for (String other : List.of(
                "&district=6302",
                "&inspector=检查人员",
                "&campaign=none",
                "&from=2026-05-03T02:00:01Z",
                "&to=2026-05-03T02:00:00Z")) {
            list(other).body("items", empty());
        }
    }

    @Test
    void theSameKeySentTenTimesAtOnceIsOneInspection() {
        List<String> ids = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> given().header("Idempotency-Key", "visit-" + site)
                        .spec(Calls.json(failing(HAZARD)))
                        .post("/api/inspections")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        list("").body("items", hasSize(1));
    }

    @Test
    void anUnknownInspectionIsNotFound() {
        String nobody = "0199f3a0-0000-7000-8000-000000000000";
        given().get("/api/inspections/" + nobody).then().statusCode(404).body("detail", containsString(nobody));
    }

    private String clean() {
        return CLEAN.replace("SITE", site);
    }

    private String failing(String hazards) {
        return clean().replace("\"PASS\"", "\"FAIL\"").replaceFirst("\\{", "{\"hazards\": [" + hazards + "], ");
    }

    private static ValidatableResponse hold(String inspection) {
        return Calls.post("/api/inspections", inspection);
    }

    private ValidatableResponse list(String filter) {
        return given().get("/api/inspections?site=" + site + filter).then().statusCode(200);
    }

    private long hazards() {
        return database.createQuery("select count(*) from Hazard h where h.siteCode = :site", Long.class)
                .setParameter("site", site)
                .getSingleResult();
    }
}
