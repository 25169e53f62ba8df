package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may see and do, by role, district and unit, and who is on record for it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class WhoMayTest {

    private static final String UNIT = "U-" + UUID.randomUUID();
    private static final String INSPECTOR = Callers.token("inspector");
    private static final String INSPECTOR2 = Callers.token("inspector2");
    private static final String SUPERVISOR = Callers.token("supervisor");
    private static final String OF_6301 = Callers.token("supervisor-6301");
    private static final String OF_THE_UNIT = Callers.ofUnit("餐馆负责人", UNIT);
    private static final String OF_ANOTHER_UNIT = Callers.ofUnit("别家负责人", "U-" + UUID.randomUUID());

    @Test
    void aHazardInAnotherDistrictDoesNotExist() {
        String inside = found("630102");
        String outside = found("630203");

        get(OF_6301, "/api/hazards/" + inside).statusCode(200);
        for (String below : List.of(
                "",
                "/history",
                "/deadline",
                "/deadline/proposal",
                "/escalations",
                "/evidence",
                "/documents",
                "/notice")) {
            get(OF_6301, "/api/hazards/" + outside + below).statusCode(404).body("detail", containsString(outside));
        }
        post(OF_6301, "/api/hazards/" + outside + "/voiding", Map.of("reason", "误报"))
                .statusCode(404);
        get(SUPERVISOR, "/api/hazards/" + outside).body("status", is("FOUND"));
        get(OF_6301, "/api/hazards?limit=500&q=" + outside.substring(24))
                .statusCode(200)
                .body("items.id", not(hasItem(outside)));
        get(OF_6301, "/api/hazards?limit=500&district=6302").body("items", empty());
    }

    @Test
    void aUnitSeesItsOwnHazardsAndNoOthers() {
        String own = assigned("630102");
        String others = found("630102");

        get(OF_THE_UNIT, "/api/hazards?limit=500").body("items.unit.code", not(hasItem(not(is(UNIT)))));
        get(OF_THE_UNIT, "/api/hazards/" + own).statusCode(200);
        get(OF_THE_UNIT, "/api/hazards/" + others).statusCode(404);
        get(OF_ANOTHER_UNIT, "/api/hazards/" + own).statusCode(404);
        post(OF_ANOTHER_UNIT, "/api/hazards/" + own + "/rectification", Map.of("description", "已整改"))
                .statusCode(404);
        post(OF_THE_UNIT, "/api/hazards/" + own + "/closure", Map.of("opinion", "合格"))
                .statusCode(403);
    }

    @Test
    void aSiteOfAnotherDistrictLendsAFindingNeitherItsNameNorItsUnit() {
        String site = site("630203");

        post(OF_6301, "/api/hazards", foundAt(site, "630102"))
                .statusCode(400)
                .body("violations.field", contains("site"));
        post(SUPERVISOR, "/api/hazards", foundAt(site, "630203"))
                .statusCode(201)
                .body("siteName", is("某小区"));
    }

    @Test
    void aSitesFileTellsItsUnitOfItsOwnHazardsOnly() {
        String site = site("630102");
        String own = post(SUPERVISOR, "/api/hazards", foundAt(site, "630102"))
                .extract()
                .path("id");
        var ofAnother = new HashMap<String, Object>(foundAt(site, "630102"));
        ofAnother.put("unit", Map.of("code", "U-" + UUID.randomUUID(), "name", "别家"));
        post(SUPERVISOR, "/api/hazards", ofAnother).statusCode(201);

        get(SUPERVISOR, "/api/sites/" + site + "/file").body("hazards.counts.FOUND", is(2));
        get(OF_THE_UNIT, "/api/sites/" + site + "/file")
                .body("hazards.counts.FOUND", is(1))
                .body("hazards.open.id", contains(own));
    }

    @Test
    void aPolicyIsTriedOnWhatTheCallerSees() {
        assigned("630203");

        given().auth()
                .oauth2(Callers.token("办公室", "OFFICE", "6399"))
                .contentType(ContentType.JSON)
                .body(PolicyCalls.policy())
                .post("/api/policies/preview")
                .then()
                .statusCode(200)
                .body("checked", is(0));
    }

    @Test
    void aCaseOfAnotherDistrictIsNotNamedToWhoTakesItInOnceMore() {
        String outsideNumber = "12345-" + UUID.randomUUID();
        String first = received("630203", outsideNumber, Callers.token("intake"))
                .statusCode(201)
                .extract()
                .path("number");

        received("630102", outsideNumber, Callers.token("话务员", "INTAKE", "6301"))
                .statusCode(400)
                .body("violations.field", contains("externalNumber"))
                .body("violations[0].message", not(containsString(first)));
    }

    @Test
    void nothingIsRegisteredInAnotherDistrict() {
        post(OF_6301, "/api/hazards", finding("630203"))
                .statusCode(400)
                .body("violations.field", contains("districtCode"));
        post(
                        OF_6301,
                        "/api/trainings",
                        Map.of(
                                "topic",
                                "燃气安全",
                                "heldAt",
                                "2026-05-02T14:30:00+08:00",
                                "districtCode",
                                "630203",
                                "audience",
                                "GRID_WORKERS",
                                "people",
                                3))
                .statusCode(400)
                .body("violations.field", contains("districtCode"));
    }

    @Test
    void aUnitRegistersOnlyWhatItFoundAtItself() {
        post(OF_THE_UNIT, "/api/hazards", finding("630102"))
                .statusCode(400)
                .body("violations.field", contains("source"));
        var selfCheck = new HashMap<String, Object>(finding("630102"));
        selfCheck.put("source", "SELF_CHECK");
        post(OF_THE_UNIT, "/api/hazards", selfCheck).statusCode(400).body("violations.field", contains("unit"));
        selfCheck.put("unit", Map.of("code", UNIT, "name", "某餐馆"));
        post(OF_THE_UNIT, "/api/hazards", selfCheck).statusCode(201).body("foundBy", is("餐馆负责人"));
    }

    @Test
    void whoIsOnRecordIsWhoIsSignedInAndANameInTheBodyIsOnBehalf() {
        String id = post(INSPECTOR, "/api/hazards", finding("630102")).extract().path("id");
        var told = new HashMap<String, Object>(finding("630102"));
        told.put("foundBy", "网格员丙");
        String another = post(INSPECTOR, "/api/hazards", told).extract().path("id");

        get(SUPERVISOR, "/api/hazards/" + id + "/history")
                .body("items[0].by", is("检查员甲"))
                .body("items[0].data.recordedBy", is("inspector"))
                .body("items[0].data.onBehalf", is(false));
        get(SUPERVISOR, "/api/hazards/" + another + "/history")
                .body("items[0].by", is("网格员丙"))
                .body("items[0].data.recordedBy", is("inspector"))
                .body("items[0].data.onBehalf", is(true));
    }

    @Test
    void anInspectorDoesNotCloseInTheNameOfAnother() {
        String id = rectified("630102", "GENERAL");

        post(INSPECTOR, closure(id), Map.of("opinion", "合格", "inspector", "检查员乙"))
                .statusCode(403)
                .body("detail", containsString("检查员乙"));
        post(INSPECTOR, closure(id), Map.of("opinion", "合格")).statusCode(200).body("inspector", is("检查员甲"));
    }

    @Test
    void whoRecordedTheRectificationDoesNotCloseWhateverNamesAreGiven() {
        String id = assigned("630102");
        post(SUPERVISOR, "/api/hazards/" + id + "/rectification", Map.of("description", "已整改", "rectifiedBy", "餐馆工人"))
                .statusCode(200);

        post(SUPERVISOR, closure(id), Map.of("opinion", "合格", "inspector", "检查员乙"))
                .statusCode(400);
        post(SUPERVISOR, "/api/hazards/" + id + "/reinspection", Map.of("opinion", "合格"))
                .statusCode(400);
        post(INSPECTOR2, closure(id), Map.of("opinion", "合格")).statusCode(200);
    }

    @Test
    void aMajorHazardTakesARecordedReinspectionAndAnotherSeniorPerson() {
        String id = rectified("630102", "MAJOR");
        post(SUPERVISOR, "/api/hazards/" + id + "/supervision", Map.of("level", "CITY", "documentNumber", "督1号"))
                .statusCode(200);

        post(SUPERVISOR, closure(id), Map.of("opinion", "合格", "inspector", "检查员乙"))
                .statusCode(400);
        post(INSPECTOR2, "/api/hazards/" + id + "/reinspection", Map.of("opinion", "合格"))
                .statusCode(200);
        post(INSPECTOR, closure(id), Map.of("opinion", "合格"))
                .statusCode(400)
                .body("violations.field", contains("approvedBy"));
        post(INSPECTOR2, closure(id), Map.of("opinion", "合格")).statusCode(400);
        post(SUPERVISOR, closure(id), Map.of("opinion", "同意"))
                .statusCode(200)
                .body("inspector", is("检查员乙"))
                .body("approvedBy", is("省专班监管员甲"));
    }

    @Test
    void nobodyDecidesOnHisOwnRequest() {
        String id = assigned("630102");
        post(
                        SUPERVISOR,
                        "/api/hazards/" + id + "/extension-requests",
                        Map.of(
                                "until",
                                deadlineOf(id).plusDays(3).toInstant().toString(),
                                "reason",
                                "缺配件",
                                "interimControls",
                                "停用燃气"))
                .statusCode(200);

        post(SUPERVISOR, "/api/hazards/" + id + "/extension-requests/1/decision", Map.of("approved", true))
                .statusCode(400)
                .body("violations.field", contains("approved"));
        post(OF_6301, "/api/hazards/" + id + "/extension-requests/1/decision", Map.of("approved", true))
                .statusCode(200);
    }

    @Test
    void anAnswerThatIsKeptIsGivenToNobodyElse() {
        String key = UUID.randomUUID().toString();
        String first = withKey(INSPECTOR, key).statusCode(201).extract().path("id");

        withKey(INSPECTOR, key).body("id", is(first));
        withKey(INSPECTOR2, key).statusCode(201).body("id", not(is(first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/hazards", "/api/units", "/api/cases", "/api/policies"})
    void withoutATokenNothingIsAnswered(String path) {
        given().noFilters()
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("title", is("需要登录"));
    }

    /** A site of the unit's in a district. */
    private static String site(String district) {
        String code = Visits.freshCode();
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "某餐馆", "kind", "RESTAURANT", "districtCode", district, "contacts", List.of()))
                .put("/api/units/" + UNIT);
        Calls.post("/api/sites", """
                        {"code": "%s", "name": "某小区", "kind": "RESTAURANT", "districtCode": "%s", "unitCode": "%s",
                         "contacts": []}""".formatted(code, district, UNIT)).statusCode(201);
        return code;
    }

    private static Map<String, Object> foundAt(String site, String district) {
        var finding = new HashMap<String, Object>(finding(district));
        finding.put("site", site);
        return finding;
    }

    private static ValidatableResponse received(String district, String outsideNumber, String token) {
        return post(
                token,
                "/api/cases",
                Map.of(
                        "kind",
                        "LEAK",
                        "source",
                        "HOTLINE_12345",
                        "externalNumber",
                        outsideNumber,
                        "districtCode",
                        district,
                        "category",
                        "GAS_SAFETY",
                        "description",
                        "楼道内有浓烈燃气味"));
    }

    private static ValidatableResponse withKey(String token, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(finding("630102"))
                .post("/api/hazards")
                .then();
    }

    private static OffsetDateTime deadlineOf(String id) {
        return OffsetDateTime.parse(
                get(SUPERVISOR, "/api/hazards/" + id).extract().path("dueAt"));
    }

    private static String closure(String id) {
        return "/api/hazards/" + id + "/closure";
    }

    private static String found(String district) {
        return post(SUPERVISOR, "/api/hazards", finding(district))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String assigned(String district) {
        return assigned(district, "GENERAL");
    }

    private static String assigned(String district, String grade) {
        var finding = new HashMap<String, Object>(finding(district));
        finding.put("grade", grade);
        String id = post(INSPECTOR, "/api/hazards", finding)
                .statusCode(201)
                .extract()
                .path("id");
        post(
                        SUPERVISOR,
                        "/api/hazards/" + id + "/assignment",
                        Map.of(
                                "unit",
                                Map.of("code", UNIT, "name", "某餐馆"),
                                "responsible",
                                Map.of("name", "餐馆经理", "phone", "13900000000"),
                                "measures",
                                "装报警器",
                                "funds",
                                100,
                                "contingencyPlan",
                                "停用",
                                "interimControls",
                                "值守"))
                .statusCode(200);
        return id;
    }

    private static String rectified(String district, String grade) {
        String id = assigned(district, grade);
        post(OF_THE_UNIT, "/api/hazards/" + id + "/rectification", Map.of("description", "已整改"))
                .statusCode(200);
        return id;
    }

    private static Map<String, Object> finding(String district) {
        return Map.of(
                "districtCode", district,
                "category", "COMMERCIAL_USE",
                "grade", "GENERAL",
                "source", "INSPECTION",
                "description", "后厨未安装可燃气体报警器");
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
