package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class CampaignsTest {

    private static final String PLAN = """
            {"name": "城镇燃气安全专项整治", "period": {"from": "2026-04-01", "to": "2026-12-31"},
             "phases": [{"phase": "MOBILISE", "period": {"from": "2026-04-01", "to": "2026-04-15"}},
                        {"phase": "SELF_CHECK", "period": {"from": "2026-04-16", "to": "2026-05-31"}},
                        {"phase": "LOOK_BACK", "period": {"from": "2026-11-01", "to": "2026-12-31"}}],
             "districts": ["6302", "6301"], "siteKinds": ["RESTAURANT", "SCHOOL"], "targets": {"closure": 0.95}}""";

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    private final String code = Visits.freshCode();

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aCampaignIsTakenOnFileAndReadAgain() {
        register(code)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/api/campaigns/" + code));

        given().get("/api/campaigns/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("城镇燃气安全专项整治"))
                .body("period.to", is("2026-12-31"))
                .body("phases.phase", contains("MOBILISE", "SELF_CHECK", "LOOK_BACK"))
                .body("phases[1].period.from", is("2026-04-16"))
                .body("districts", contains("6301", "6302"))
                .body("siteKinds", contains("RESTAURANT", "SCHOOL"));
    }

    @Test
    void aTargetThatIsNotGivenIsEverything() {
        register(code).body("targets.coverage", is(1)).body("targets.closure", is(0.95f));
        Calls.post(
                        "/api/campaigns",
                        withCode(Visits.freshCode()).replace("\"targets\": {\"closure\": 0.95}", "\"targets\": null"))
                .statusCode(201)
                .body("targets.coverage", is(1))
                .body("targets.closure", is(1));
    }

    @Test
    void aChangedCampaignHasTheNextVersion() {
        register(code);
        replan(code, PLAN.replace("2026-12-31", "2027-01-31"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("period.to", is("2027-01-31"))
                .body("phases", hasSize(3));
        replan(code, PLAN.replaceAll("(?s)\"phases\": \\[.*?\\],", "\"phases\": [],"))
                .statusCode(200)
                .body("phases", empty());
        assertThat(versions()).containsExactly(1, 2, 3);
    }

    @Test
    void aPlanThatStandsOnFileAlreadyChangesNothing() {
        register(code);
        replan(
                        code,
                        PLAN.replace("[\"6302\", \"6301\"]", "[\"6301\", \"6302\"]")
                                .replace("0.95", "0.9500"))
                .statusCode(200)
                .header("ETag", "\"1\"");
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void aChangeOfAStaleVersionIsRefused() {
        register(code);
        replan(code, PLAN.replace("专项整治", "集中整治")).statusCode(200);
        given().header("If-Match", "\"1\"")
                .spec(Calls.json(PLAN))
                .put("/api/campaigns/" + code)
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
        given().header("If-Match", "\"2\"")
                .spec(Calls.json(PLAN))
                .put("/api/campaigns/" + code)
                .then()
                .statusCode(200);
    }

    @Test
    void eachChangesRowCarriesTheHashOfTheRowBefore() {
        register(code);
        replan(code, PLAN.replace("专项整治", "集中整治"));
        List<?> rows = database.createNativeQuery(
                        "select hash, previous_hash from history where stream = 'campaign' and key = :key order by version")
                .setParameter("key", code)
                .getResultList();
        assertThat(((Object[]) rows.get(1))[1]).isEqualTo(((Object[]) rows.get(0))[0]);
    }

    @Test
    void aCodeThatIsTakenIsRefused() {
        register(code);
        refused(withCode(code), "code");
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void theSameCodeSentTenTimesAtOnceIsTakenOnce() {
        List<Integer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> register(code).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 400);
        assertThat(versions()).containsExactly(1);
    }

    @Test
    void aCodeCannotBeChanged() {
        register(code);
        replan(code, withCode(Visits.freshCode())).statusCode(400).body("violations.field", contains("code"));
        replan(code, withCode(code)).statusCode(200);
    }

    @Test
    void anUnknownCampaignIsNotFound() {
        given().get("/api/campaigns/" + code).then().statusCode(404).body("detail", containsString(code));
        replan(code, PLAN).statusCode(404);
        given().urlEncodingEnabled(false).get("/api/campaigns/a%00b").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-31\"},|2026-03-31\"},|period",
                "\"from\": \"2026-04-01\", \"to\": \"2026-12|\"from\": \"1899-04-01\", \"to\": \"2026-12|period",
                "\"to\": \"2026-12-31\"},|\"to\": \"+99999-12-31\"},|period",
                "\"to\": \"2026-04-15\"|\"to\": \"2026-04-16\"|phases[1]",
                "\"from\": \"2026-04-16\"|\"from\": \"2026-06-16\"|phases[1]",
                "\"phase\": \"SELF_CHECK\"|\"phase\": \"MOBILISE\"|phases[1]",
                "\"phase\": \"MOBILISE\"|\"phase\": \"LOOK_BACK\"|phases[1]",
                "\"from\": \"2026-11-01\", \"to\": \"2026-12-31\"|\"from\": \"2026-11-01\", \"to\": \"2027-01-01\"|phases[2]",
                "\"phase\": \"MOBILISE\"|\"phase\": \"REST\"|phases[0].phase",
                "\"6302\"|\"9999\"|districts",
                "[\"6302\", \"6301\"]|[]|districts",
                "\"SCHOOL\"|\"school\"|siteKinds[1]",
                "0.95|1.01|targets.closure",
                "0.95|-0.1|targets.closure",
                "0.95|0.99999|targets.closure"
            })
    void aPlanThatCannotBeIsRefused(String right, String wrong, String field) {
        assertThat(PLAN).contains(right);
        refused(withCode(code).replace(right, wrong), field);
        assertThat(versions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "行动", "-a", "a b", "../x"})
    void aCodeThatDoesNotFitIntoAnAddressIsRefused(String wrong) {
        refused(withCode(wrong), "code");
    }

    @Test
    void aCampaignWithoutACodeIsRefused() {
        refused(PLAN, "code");
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        Calls.post("/api/campaigns", "{}")
                .statusCode(400)
                .body("violations.field", contains("districts", "name", "period", "siteKinds"));
    }

    @Test
    void aHazardNamesOnlyACampaignOnFile() {
        register(code);
        String finding = Calls.FINDING.replaceFirst("\\{", "{\"campaign\": \"" + code + "\", ");
        Calls.post("/api/hazards", finding).statusCode(201).body("campaign", is(code));
        Calls.post("/api/hazards", finding.replace(code, Visits.freshCode()))
                .statusCode(400)
                .body("violations.field", contains("campaign"));
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        String first = code + "-1";
        register(first);
        register(code + "-2");
        register(code + "-3");
        String cursor = first.substring(0, first.length() - 1);
        given().get("/api/campaigns?limit=2&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.code", contains(first, code + "-2"))
                .body("nextCursor", is(code + "-2"));
        given().get("/api/campaigns?limit=1&cursor=" + code + "-2").then().body("items.code", contains(code + "-3"));
    }

    @Test
    void theSameKeyRegistersOnce() {
        for (int i = 0; i < 2; i++) {
            given().header("Idempotency-Key", "campaign-" + code)
                    .spec(Calls.json(withCode(code)))
                    .post("/api/campaigns")
                    .then()
                    .statusCode(201);
        }
    }

    private static String withCode(String code) {
        return PLAN.replaceFirst("\\{", "{\"code\": \"" + code + "\", ");
    }

    private static ValidatableResponse register(String code) {
        return Calls.post("/api/campaigns", withCode(code));
    }

    private static ValidatableResponse replan(String code, String plan) {
        return Calls.json(plan).put("/api/campaigns/" + code).then();
    }

    private static void refused(String plan, String field) {
        Calls.post("/api/campaigns", plan).statusCode(400).body("violations.field", contains(field));
    }

    private List<Integer> versions() {
        return database.createQuery(
                        "select h.version from HistoryRow h where h.stream = 'campaign' and h.key = :key order by h.version",
                        Integer.class)
                .setParameter("key", code)
                .getResultList();
    }
}
