package io.bihuan.notification.rest;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.Lookup;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.bihuan.stack.testing.Callers;
import io.bihuan.stack.testing.DescribedCall;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the register and the record people see: what lies in their districts, or is their unit's own. */
@OnRealParts
class ScopeTest {

    private static final String API = "/api/notifications/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVE = "2026-05-09T08:00:00Z";
    private static final String DUE = "2026-05-10T16:00:00Z";

    private final String own = "88" + ThreadLocalRandom.current().nextInt(1000, 10_000);
    private final String other = "87" + own.substring(2);
    private final String unit = "SCOPE" + own;
    private final String supervisor = Callers.token("of " + own, "SUPERVISOR", own);
    private final String stranger = Callers.token("of " + other, "SUPERVISOR", other);
    private final String inspector = Callers.token("inspecting " + own, "INSPECTOR", own);

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @BeforeEach
    void itIsTheDayBefore() {
        time.set(EVE);
        inbox.behavesWell();
    }

    @Test
    void remindersAndMessagesAreThoseOfHazardsInOnesDistricts() {
        var hazard = reminded();

        for (var what : new String[] {"reminders", "messages"}) {
            about(hazard, what, supervisor).body("items", not(empty()));
            about(hazard, what, Callers.token("of all", "OFFICE", "87", "88")).body("items", not(empty()));
            about(hazard, what, stranger).body("items", empty());
            about(hazard, what, Callers.token("of nothing", "OFFICE")).body("items", empty());
            as(stranger).get(API + what).then().statusCode(200).body("items", empty());
        }
        as(supervisor)
                .queryParam("hazardId", hazard.id())
                .get(API + "ladders/preview")
                .then()
                .statusCode(200);
        as(stranger)
                .queryParam("hazardId", hazard.id())
                .get(API + "ladders/preview")
                .then()
                .statusCode(404);
    }

    @Test
    void aUnitSeesWhatItsOwnHazardsBringAndTheFullPhonesOfItsOwnPeople() {
        var hazard = reminded();
        var its = Callers.ofUnit("its head", unit);
        var another = Callers.ofUnit("another's head", unit + "X");

        about(hazard, "reminders", its).body("items", not(empty()));
        about(hazard, "messages", its).body("items.to", contains(hazard.phone()));
        about(hazard, "reminders", another).body("items", empty());
        about(hazard, "messages", another).body("items", empty());
        as(another)
                .queryParam("hazardId", hazard.id())
                .get(API + "ladders/preview")
                .then()
                .statusCode(404);
    }

    @Test
    void whoNeedNotCallPeopleSeesHowPhonesBeginAndEnd() {
        var hazard = reminded();
        var masked = hazard.phone().substring(0, 3) + "****" + hazard.phone().substring(7);
        var contact = entered("contacts", contact());

        about(hazard, "messages", supervisor).body("items.to", contains(hazard.phone()));
        about(hazard, "messages", inspector).body("items.to", contains(masked));
        as(inspector)
                .queryParam("hazardId", hazard.id())
                .get(API + "ladders/preview")
                .then()
                .body("steps.told.flatten().phone", not(contains(hazard.phone())))
                .body(containsString(masked));
        as(supervisor).get(API + "contacts/" + contact).then().body("phone", equalTo("13900000001"));
        as(inspector).get(API + "contacts/" + contact).then().body("phone", equalTo("139****0001"));
        as(inspector)
                .queryParam("q", "13900000001")
                .queryParam("district", own)
                .get(API + "contacts")
                .then()
                .body("items", empty());
        as(inspector)
                .queryParam("to", hazard.phone())
                .get(API + "messages")
                .then()
                .statusCode(400)
                .body("violations.field", contains("to"));
    }

    @Test
    void everyCallThatNamesAThingOutsideIsAnsweredAsIfThereWereNone() {
        var contact = entered("contacts", contact());
        var absences = API + "contacts/" + contact + "/absences";
        var absence = as(supervisor)
                .body(Map.of("from", "2026-05-01", "to", "2026-05-02"))
                .post(absences)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var duty = entered("duties", Map.of("districtCode", own, "name", "周报", "kind", "WEEKLY"));
        var shift = entered("rosters", shift(own, contact));
        var things = Map.of(API + "contacts/{id}", contact, API + "duties/{id}", duty, API + "rosters/{id}", shift);
        var calls = DescribedCall.ofThingsInDistricts();

        assertThat(calls).hasSizeGreaterThan(10);
        assertThat(calls.stream()
                        .map(call -> call + " "
                                + as(stranger)
                                        .body("{}")
                                        .request(
                                                call.method(),
                                                address(call, things).replace("{absenceId}", absence))
                                        .statusCode())
                        .filter(answered -> !answered.endsWith(" 404"))
                        .collect(toSet()))
                .isEmpty();
        as(supervisor).get(absences).then().statusCode(200).body("items", hasSize(1));
        as(supervisor).get(API + "duties/" + duty).then().statusCode(200).body("active", equalTo(true));
        as(supervisor).get(API + "rosters/" + shift).then().statusCode(200);
    }

    private static String address(DescribedCall call, Map<String, String> things) {
        return things.entrySet().stream()
                .filter(thing -> call.path().startsWith(thing.getKey()))
                .map(thing -> call.path().replace("{id}", thing.getValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("what does " + call + " name?"));
    }

    @Test
    void listsAreOfOnesDistricts() {
        var contact = entered("contacts", contact());
        entered("duties", Map.of("districtCode", own, "name", "周报", "kind", "WEEKLY"));
        entered("rosters", shift(own, contact));

        for (var what : new String[] {"contacts", "duties", "rosters"}) {
            as(supervisor).get(API + what).then().statusCode(200).body("items.districtCode", contains(own));
            as(stranger).get(API + what).then().statusCode(200).body("items", empty());
            as(stranger)
                    .queryParam("district", own)
                    .get(API + what)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        holder(supervisor).body("contactId", equalTo(contact));
        holder(stranger).body("contactId", nullValue());
    }

    @Test
    void nothingIsPutOnFileOfAnotherDistrict() {
        var contact = entered("contacts", contact());
        var stolen = Callers.token("of " + other, "SUPERVISOR", other);

        refused(as(stolen).body(contact()).post(API + "contacts"), "districtCode")
                .body("violations[0].message", containsString(other));
        refused(as(stolen).header("Accept-Language", "en").body(contact()).post(API + "contacts"), "districtCode")
                .body("violations[0].message", containsString("outside of your districts"));
        refused(
                as(stolen)
                        .body(Map.of("districtCode", own, "name", "月报", "kind", "MONTHLY"))
                        .post(API + "duties"),
                "districtCode");
        refused(as(stolen).body(shift(own, contact)).post(API + "rosters"), "districtCode");
        refused(as(stolen).body(shift(other, contact)).post(API + "rosters"), "contactId");
        refused(
                as(supervisor)
                        .body(Map.of("role", "SUPERVISOR", "districtCode", other, "name", "甲", "phone", "13900000001"))
                        .put(API + "contacts/" + contact),
                "districtCode");
    }

    @Test
    void theContactsOfAUnitAreKeptWhereItHasHazards() {
        var head = Map.of("role", "UNIT_HEAD", "unit", unit, "name", "负责人", "phone", "13900000009");
        refused(as(supervisor).body(head).post(API + "contacts"), "unit");

        reminded();

        var contact = as(supervisor)
                .body(head)
                .post(API + "contacts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        as(supervisor).get(API + "contacts/" + contact).then().statusCode(200);
        as(stranger).get(API + "contacts/" + contact).then().statusCode(404);
        as(stranger).queryParam("unit", unit).get(API + "contacts").then().body("items", empty());
        refused(as(stranger).body(head).post(API + "contacts"), "unit");
    }

    @Test
    void aKeyIsItsOwnersAndWhoEntersSomethingIsWhoeverIsSignedIn() {
        var key = UUID.randomUUID().toString();
        var mine = as(supervisor)
                .header("Idempotency-Key", key)
                .body(contact())
                .post(API + "contacts")
                .then()
                .statusCode(201);
        var office = Callers.token(
                "office of " + own,
                Map.of("name", "王主任", "roles", new String[] {"OFFICE"}, "districts", new String[] {own}));

        as(office)
                .header("Idempotency-Key", key)
                .body(contact())
                .post(API + "contacts")
                .then()
                .statusCode(201)
                .body("recordedBy", equalTo("王主任"))
                .body("id", not(equalTo(mine.extract().<String>path("id"))));
        as(office)
                .body(Map.of(
                        "role",
                        "LEADER",
                        "districtCode",
                        own,
                        "name",
                        "乙",
                        "phone",
                        "13900000003",
                        "recordedBy",
                        "区专班"))
                .post(API + "contacts")
                .then()
                .statusCode(201)
                .body("recordedBy", equalTo("区专班"));
    }

    private Hazard reminded() {
        var hazard = new Hazard(kafka).in(own + "01");
        var at = Instant.parse(EVE);
        hazard.found(at).step("hazard.assigned", at, at, event -> {
            event.put("dueAt", DUE);
            event.withObject("/unit").put("name", "某公司").put("code", unit);
            event.withObject("/responsible").put("phone", hazard.phone());
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Lookup.reminders(hazard.id())).containsKey("DAY_BEFORE"));
        time.set("2026-05-09T08:05:00Z");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Lookup.messages(hazard.id())).isNotEmpty());
        return hazard;
    }

    private Map<String, Object> contact() {
        return Map.of("role", "SUPERVISOR", "districtCode", own, "name", "甲", "phone", "13900000001");
    }

    private static Map<String, Object> shift(String district, String contact) {
        return Map.of(
                "districtCode",
                district,
                "role",
                "SUPERVISOR",
                "from",
                "2026-05-01",
                "to",
                "2026-05-31",
                "contactId",
                contact);
    }

    private String entered(String what, Map<String, Object> entry) {
        return as(supervisor)
                .body(entry)
                .post(API + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse holder(String token) {
        return as(token)
                .queryParam("role", "SUPERVISOR")
                .queryParam("district", own)
                .queryParam("day", "2026-05-09")
                .get(API + "contacts/holders")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refused(Response answer, String field) {
        return answer.then().statusCode(400).body("violations.field", contains(field));
    }

    private static ValidatableResponse about(Hazard hazard, String what, String token) {
        return as(token)
                .queryParam("hazardId", hazard.id())
                .get(API + what)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
