package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and clocks that cases are held to; each test puts back what was in force. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RulesAndClocksTest {

    private static final String RULES = "/api/routing-rules";
    private static final String CLOCKS = "/api/service-clocks";

    @Inject
    SettableClock clock;

    private Map<String, Object> before = Map.of();

    @BeforeEach
    void remember() {
        clock.reset();
        before = new HashMap<>();
        before.put("rules", read(RULES).getList("rules"));
        before.put("clocks", read(CLOCKS).getList("clocks"));
    }

    @AfterEach
    void putBack() {
        given().contentType("application/json")
                .body(Map.of("rules", before.get("rules")))
                .put(RULES)
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(Map.of("clocks", before.get("clocks")))
                .put(CLOCKS)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PRICE, SERVICE, 630102, 城东区价格科",
        "PRICE, SERVICE, 632822, 省价格处",
        "PRICE, COMPLAINT, 632822, 投诉科",
        "OTHER, SERVICE, 630102, 城东区",
        "OTHER, SERVICE, 630103, 西宁市",
        "OTHER, SERVICE, 632822, 总值班室"
    })
    void theMostSpecificRuleThatAppliesWins(String category, String kind, String district, String department) {
        put(RULES, """
                        {"rules": [{"to": {"department": "总值班室"}},
                                   {"district": "6301", "to": {"department": "西宁市"}},
                                   {"district": "630102", "to": {"department": "城东区"}},
                                   {"category": "PRICE", "to": {"department": "省价格处"}},
                                   {"category": "PRICE", "kind": "COMPLAINT", "to": {"department": "投诉科"}},
                                   {"category": "PRICE", "district": "630102", "to": {"department": "城东区价格科"}},
                                   {"category": "PRICE", "to": {"department": "后来的"}}]}""").statusCode(200);
        received(category, kind, district).body("proposal.to.department", is(department));
    }

    @Test
    void aCaseKeepsTheRuleAndTheClocksThatItWasReceivedUnder() {
        ValidatableResponse received = received("PRICE", "LEAK", "630102").body("proposal.to.department", is("市场监管部门"));
        int version = received.extract().path("proposal.rulesVersion");
        String id = received.extract().path("id");
        put(RULES, "{\"rules\": []}").statusCode(200).body("version", is(version + 1));
        put(CLOCKS, "{\"clocks\": [{\"milestone\": \"FEEDBACK\", \"minutes\": 5}]}")
                .statusCode(200);

        given().get("/api/cases/" + id)
                .then()
                .body("proposal.rulesVersion", is(version))
                .body("milestones.name", contains("CONTACT", "ON_SITE", "FEEDBACK"));
        received("PRICE", "LEAK", "630102")
                .body("milestones.name", contains("FEEDBACK"))
                .body("milestones[0].dueAt", is("2026-05-03T02:05:00Z"));
    }

    @Test
    void ofTenChangesOfTheSameVersionAtOnceOneSucceeds() {
        int version = read(RULES).getInt("version");
        List<Integer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> given().header("If-Match", "\"" + version + "\"")
                        .spec(Calls.json("{\"rules\": []}"))
                        .put(RULES)
                        .then()
                        .extract()
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(read(RULES).getInt("version")).isEqualTo(version + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rules\": [{\"to\": {\"department\": \" \"}}]}|rules[0].to.department",
                "{\"rules\": [{}]}|rules[0].to",
                "{\"rules\": [{\"district\": \"9999\", \"to\": {\"department\": \"x\"}}]}|rules[0].district",
                "{\"rules\": [{\"to\": {\"unitCode\": \"nobody\", \"department\": \"x\"}}]}|rules[0].to.unitCode",
                "{\"rules\": [{\"kind\": \"GOSSIP\", \"to\": {\"department\": \"x\"}}]}|rules[0].kind",
                "{\"rules\": [null]}|rules[0]",
                "{}|rules"
            })
    void rulesThatCannotBeAreRefused(String rules, String field) {
        int version = read(RULES).getInt("version");
        put(RULES, rules).statusCode(400).body("violations.field", contains(field));
        assertThat(read(RULES).getInt("version")).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"milestone\": \"CONTACT\", \"minutes\": 10}",
                "{\"milestone\": \"FEEDBACK\", \"kind\": \"LEAK\", \"minutes\": 10}",
                "{\"milestone\": \"FEEDBACK\", \"lifeThreatening\": true, \"minutes\": 10}"
            })
    void everyCallerIsPromisedAFeedback(String onlyClock) {
        put(CLOCKS, "{\"clocks\": [" + onlyClock + "]}").statusCode(400).body("violations.field", contains("clocks"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"FEEDBACK\", \"minutes\": 0|clocks[0].minutes",
                "\"FEEDBACK\", \"minutes\": 525601|clocks[0].minutes",
                "\"FEEDBACK\", \"minutes\": 1.5|clocks[0].minutes",
                "\"FEEDBACK\"|clocks[0].minutes",
                "\"WRITTEN_PLAN\", \"minutes\": 5|clocks[0].milestone",
                "\"LUNCH\", \"minutes\": 5|clocks[0].milestone"
            })
    void clocksThatCannotBeAreRefused(String what, String field) {
        put(CLOCKS, "{\"clocks\": [{\"milestone\": " + what + "}]}")
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    private static ValidatableResponse received(String category, String kind, String district) {
        return Calls.post("/api/cases", """
                        {"kind": "%s", "source": "CITIZEN", "districtCode": "%s", "category": "%s", "description": "来电"}""".formatted(kind, district, category)).statusCode(201);
    }

    private static ValidatableResponse put(String path, String body) {
        return Calls.json(body).put(path).then();
    }

    private static JsonPath read(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
