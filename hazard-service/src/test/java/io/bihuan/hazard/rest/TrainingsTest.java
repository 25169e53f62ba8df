package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class TrainingsTest {

    private static final String SESSION = """
            {"topic": "餐饮场所燃气安全", "heldAt": "2026-05-02T14:30:00+08:00", "districtCode": "630102",
             "audience": "UNIT_STAFF", "people": 64, "place": "城东区某街道会议室", "trainer": "培训讲师"}""";
    private static final String VOIDING = """
            {"reason": "与另一条记录重复录入"}""";

    @Inject
    EntityManager database;

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void aSessionIsPutOnRecordAndReadAgain() {
        String id = held(SESSION);
        given().get("/api/trainings/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("topic", is("餐饮场所燃气安全"))
                .body("heldAt", is("2026-05-02T06:30:00Z"))
                .body("people", is(64))
                .body("voided", nullValue());
    }

    @Test
    void aSessionMayBelongToACampaignOnFile() {
        String campaign = Visits.campaign();
        String id = held(with("campaign", campaign));
        given().get("/api/trainings?campaign=" + campaign).then().body("items.id", contains(id));
        refused(with("campaign", Visits.freshCode()), "campaign");
    }

    @Test
    void aSessionEnteredByMistakeIsVoidedAndStaysOnRecord() {
        String id = held(SESSION);
        strikeOut(id)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("voided.reason", is("与另一条记录重复录入"))
                .body("voided.at", is("2026-05-03T02:00:00Z"));
        given().get("/api/trainings/" + id).then().statusCode(200).body("people", is(64));
        assertThat(types(id)).containsExactly("training.held", "training.voided");
    }

    @Test
    void ofTenVoidingsAtOnceOneSucceeds() {
        String id = held(SESSION);
        List<Integer> answers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> strikeOut(id).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(types(id)).hasSize(2);
    }

    @Test
    void aVoidedSessionCannotBeVoidedAgain() {
        String id = held(SESSION);
        strikeOut(id).statusCode(200);
        strikeOut(id)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("trainingStatus", is("VOIDED"))
                .body("nextActions", empty());
    }

    @Test
    void aVoidingNeedsAReason() {
        String id = held(SESSION);
        Calls.post("/api/trainings/" + id + "/voiding", "{\"reason\": \" \"}")
                .statusCode(400)
                .body("violations.field", contains("reason"));
        assertThat(types(id)).containsExactly("training.held");
    }

    @Test
    void aVoidingOfAStaleVersionIsRefused() {
        String id = held(SESSION);
        given().header("If-Match", "\"9\"")
                .spec(Calls.json(VOIDING))
                .post("/api/trainings/" + id + "/voiding")
                .then()
                .statusCode(412);
    }

    @Test
    void anUnknownSessionIsNotFound() {
        String nobody = "0199f3a0-0000-7000-8000-000000000000";
        given().get("/api/trainings/" + nobody).then().statusCode(404).body("detail", containsString(nobody));
        strikeOut(nobody).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "64|0|people",
                "64|100001|people",
                "64|1.5|people",
                "64|\"64\"|people",
                "630102|999999|districtCode",
                "UNIT_STAFF|EVERYONE|audience",
                "2026-05-02T14|2026-05-03T14|heldAt",
                "2026-05-02T14|1800-05-02T14|heldAt",
                "餐饮场所|餐\\u0000饮|topic",
                "\"topic\"|\"title\": \"x\", \"topic\"|title"
            })
    void aSessionThatCannotBeIsRefused(String right, String wrong, String field) {
        refused(SESSION.replace(right, wrong), field);
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        Calls.post("/api/trainings", "{}")
                .statusCode(400)
                .body("violations.field", contains("audience", "districtCode", "heldAt", "people", "topic"));
    }

    @Test
    void aListIsNarrowedByDistrictTimeAndAudience() {
        String campaign = Visits.campaign();
        String id = held(with("campaign", campaign).replace("630102", "632822"));
        String url = "/api/trainings?campaign=" + campaign + "&";

        given().get(url + "district=6328&audience=UNIT_STAFF&from=2026-05-02T06:30:00Z&to=2026-05-02T06:30:01Z")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        for (String other :
                List.of("district=6301", "audience=STUDENTS", "from=2026-05-02T06:30:01Z", "to=2026-05-02T06:30:00Z")) {
            given().get(url + other).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void aListGoesOnWhereThePageBeforeEndedWhateverWasAdded() {
        String campaign = Visits.campaign();
        String session = with("campaign", campaign);
        String oldest = held(session.replace("2026-05-02", "2026-04-30"));
        String middle = held(session);
        String sameTime = held(session);

        String url = "/api/trainings?limit=2&campaign=" + campaign;
        String cursor = given().get(url)
                .then()
                .body("items.id", containsInAnyOrder(sameTime, middle))
                .extract()
                .path("nextCursor");
        held(session.replace("14:30", "15:30"));
        given().get(url + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(oldest))
                .body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "cursor, x",
        "cursor, 0199f3a0-0000-7000-8000-000000000000",
        "audience, ALL",
        "from, yesterday",
        "district, %00",
        "limit, 501",
        "colour, red"
    })
    void aBadQueryParameterIsNamed(String name, String value) {
        given().urlEncodingEnabled(false)
                .get("/api/trainings?" + name + "=" + value)
                .then()
                .statusCode(400)
                .body("violations.field", contains(name));
    }

    @Test
    void theSameKeyPutsOneSessionOnRecord() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(given().header("Idempotency-Key", "training-1")
                    .spec(Calls.json(SESSION))
                    .post("/api/trainings")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    private static String held(String session) {
        return Calls.post("/api/trainings", session).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse strikeOut(String id) {
        return Calls.post("/api/trainings/" + id + "/voiding", VOIDING);
    }

    private static String with(String field, String value) {
        return SESSION.replaceFirst("\\{", "{\"%s\": \"%s\", ".formatted(field, value));
    }

    private static void refused(String session, String field) {
        Calls.post("/api/trainings", session).statusCode(400).body("violations.field", contains(field));
    }

    private List<String> types(String id) {
        return database.createQuery(
                        "select h.type from HistoryRow h where h.stream = 'training' and h.key = :key order by h.version",
                        String.class)
                .setParameter("key", id)
                .getResultList();
    }
}
