package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.access.Role;
import io.bihuan.hazard.SampleLedger;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.DescribedCall;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is asked of a thing outside of the caller's districts or unit is answered as of one that there is not. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ScopeTest {

    private static final String OFFICE = Callers.token("office", "OFFICE", "63");

    /** Lies in no district. */
    private static final Set<String> NOBODYS = Set.of(
            "/api/districts", "/api/check-items", "/api/policies", "/api/calendars", "/api/campaigns", "/api/history");

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "INSPECTOR", "OFFICE", "INTAKE", "UNIT"})
    void aThingOfAnotherDistrictDoesNotExist(Role role) {
        Map<String, String> things = things();
        String stranger = role == Role.UNIT
                ? Callers.ofUnit("别家负责人", "U-" + UUID.randomUUID())
                : Callers.token("of 6302 as " + role, role.name(), "6302");
        Map<String, Integer> before = versions(things);

        Map<String, Integer> answered = new TreeMap<>();
        for (DescribedCall call : DescribedCall.ofThingsOf(role)) {
            if (NOBODYS.stream().noneMatch(call.path()::startsWith)) {
                answered.put(call.toString(), call.statusOf(thing(things, call), stranger));
            }
        }

        assertThat(answered.keySet()).hasSizeGreaterThan(3);
        // What a call says is read first, and may be wrong whatever it is about.
        answered.values().removeIf(status -> status == 400);
        assertThat(answered.keySet()).hasSizeGreaterThan(3);
        assertThat(answered).allSatisfy((call, status) -> assertThat(status).isEqualTo(404));
        assertThat(versions(things)).isEqualTo(before);
    }

    private static String thing(Map<String, String> things, DescribedCall call) {
        return things.entrySet().stream()
                .filter(each -> call.path().startsWith(each.getKey() + "/{"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("what does " + call + " name?"));
    }

    /** Each thing's version, as its ETag has it; of those that have one. */
    private static Map<String, Integer> versions(Map<String, String> things) {
        Map<String, Integer> versions = new HashMap<>();
        things.forEach((path, id) -> {
            if (!path.equals("/api/imports")) {
                var answer = given().auth().oauth2(OFFICE).get(path + "/" + id);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                if (answer.header("ETag") != null) {
                    versions.put(path, Integer.valueOf(answer.header("ETag").replace("\"", "")));
                }
            }
        });
        return versions;
    }

    private static Map<String, String> things() {
        String site = Visits.site();
        String unit = Visits.freshCode();
        String heading = SampleLedger.csv().lines().findFirst().orElseThrow();
        return Map.of(
                "/api/sites",
                site,
                "/api/units",
                made("/api/units", """
                        {"code": "%s", "name": "某餐饮公司", "kind": "RESTAURANT", "districtCode": "630102", "contacts": []}""".formatted(unit)),
                "/api/hazards",
                Calls.found(),
                "/api/cases",
                made("/api/cases", """
                        {"kind": "LEAK", "source": "HOTLINE_12345", "districtCode": "630102", "category": "GAS_SAFETY",
                         "description": "楼道内有浓烈燃气味"}"""),
                "/api/inspections",
                made("/api/inspections", """
                        {"site": "%s", "kind": "SPOT_CHECK", "inspectors": ["检查人员甲", "检查人员乙"],
                         "checklist": [{"item": "CU-01", "result": "PASS"}],
                         "signatures": {"inspector": {"name": "检查人员甲"}, "unit": {"name": "餐馆负责人", "evidence": "e1"}}}""".formatted(site)),
                "/api/trainings",
                made("/api/trainings", """
                        {"topic": "燃气安全", "heldAt": "2026-05-02T14:30:00+08:00", "districtCode": "630102",
                         "audience": "GRID_WORKERS", "people": 3}"""),
                "/api/imports",
                given().auth()
                        .oauth2(OFFICE)
                        .multiPart("file", "ledger.csv", heading.getBytes(StandardCharsets.UTF_8), "text/csv")
                        .multiPart("mapping", "hpd-violations", "text/plain; charset=UTF-8")
                        .post("/api/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"));
    }

    private static String made(String path, String body) {
        String location = Calls.post(path, body).statusCode(201).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
