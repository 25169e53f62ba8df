package io.bihuan.notification.rest.duty;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.notification.duty.DutyReminders;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a district of its own. */
@OnRealParts
class DutiesApiTest {

    private static final String DUTIES = "/api/notifications/duties";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String district = "99" + ThreadLocalRandom.current().nextInt(1000, 10_000);
    private final List<String> entered = new ArrayList<>();

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @Inject
    DutyReminders reminders;

    @Inject
    DataSource database;

    @BeforeEach
    void itIsWednesdayMay13AndAllIsWell() {
        time.set("2026-05-13T02:00:00Z");
        inbox.behavesWell();
    }

    @AfterEach
    void nobodyIsRemindedByOtherTests() {
        entered.forEach(id -> given().delete(DUTIES + "/" + id));
    }

    @Test
    void aDutyIsDueAsTheDomainHasItUnlessItIsSaidOtherwise() {
        var daily = enter("\"kind\": \"DAILY\", \"name\": \"日报\"");
        var weekly = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        var monthly = enter("\"kind\": \"MONTHLY\", \"name\": \"月报\", \"workedDayBefore\": true");

        show(daily)
                .body("at", equalTo("17:00:00"))
                .body("season.from", equalTo("10-15"))
                .body("season.to", equalTo("04-15"))
                .body("remindBefore", equalTo("PT2H"))
                .body("remindAfter", equalTo("PT1H"))
                .body("roles", equalTo(List.of("SUPERVISOR")))
                .body("workedDayBefore", equalTo(false))
                .body("active", equalTo(true))
                .body("version", equalTo(1))
                .header("ETag", "\"1\"");
        show(weekly).body("weekday", equalTo("FRIDAY")).body("season", nullValue());
        show(monthly).body("dayOfMonth", equalTo(25)).body("workedDayBefore", equalTo(true));
        assertThat(occurrences(daily)).isEqualTo(Map.of("2026-10-15", "2026-10-15T09:00:00Z OPEN"));
        assertThat(occurrences(weekly)).isEqualTo(Map.of("2026-W20", "2026-05-15T09:00:00Z OPEN"));
        assertThat(occurrences(monthly)).isEqualTo(Map.of("2026-05", "2026-05-25T09:00:00Z OPEN"));
        given().queryParam("district", district.substring(0, 4))
                .queryParam("kind", "WEEKLY")
                .queryParam("active", true)
                .get(DUTIES)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(weekly))
                .body("items.findAll { it.districtCode == '%s' }".formatted(district), hasSize(1));
    }

    @Test
    void peopleAreRemindedBeforeAfterAndOnTheNextMorning() {
        var phone = contact("SUPERVISOR", "zh");
        enter("\"kind\": \"WEEKLY\", \"name\": \"专项整治周报\"");

        time.set("2026-05-15T06:59:00Z");
        nothingMoreIsDue();
        assertThat(texts(phone)).isEmpty();
        time.set("2026-05-15T07:00:00Z");
        awaitTexts(phone, 1);
        time.set("2026-05-15T10:00:00Z");
        awaitTexts(phone, 2);
        time.set("2026-05-16T00:30:00Z");
        awaitTexts(phone, 3);

        assertThat(texts(phone))
                .containsExactly(
                        "【闭环】" + district + "：2026年第20周专项整治周报须于 2026年5月15日 17:00 前报送，请按时报送。",
                        "【闭环】" + district + "：2026年第20周专项整治周报应于 2026年5月15日 17:00 前报送，尚未收到，请立即补报。",
                        "【闭环】" + district + "：2026年第20周专项整治周报应于 2026年5月15日 17:00 前报送，尚未收到，请立即补报。");
    }

    @Test
    void whoeverReadsEnglishIsWrittenToInEnglishAndWhoHoldsTwoPostsIsToldOnce() {
        var both = contact("SUPERVISOR", "en");
        contact("OFFICE", "en", both);
        enter("\"kind\": \"MONTHLY\", \"name\": \"Gas report\", \"roles\": [\"SUPERVISOR\", \"OFFICE\"]");

        time.set("2026-05-25T07:00:00Z");
        awaitTexts(both, 1);
        nothingMoreIsDue();

        assertThat(texts(both))
                .singleElement()
                .asString()
                .contains("Gas report for May 2026 is due by 25 May 2026, 17:00");
    }

    @Test
    void aSubmissionBeforeItsTimeCancelsWhatIsPending() throws SQLException {
        var phone = contact("SUPERVISOR", "zh");
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");

        submit(duty, "{\"period\": \"2026-W20\", \"document\": \"宁燃〔2026〕20号\"}")
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("submittedAt", notNullValue())
                .body("document", equalTo("宁燃〔2026〕20号"));

        assertThat(states(duty)).containsOnly("CANCELLED");
        time.set("2026-05-18T02:00:00Z");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(occurrences(duty)).hasSize(2));
        nothingMoreIsDue();
        assertThat(texts(phone)).isEmpty();
        assertThat(occurrences(duty))
                .isEqualTo(
                        Map.of("2026-W20", "2026-05-15T09:00:00Z SUBMITTED", "2026-W21", "2026-05-22T09:00:00Z OPEN"));
    }

    @Test
    void submittingAgainChangesNothingAndWhatComesAfterItWasDueIsLate() throws SQLException {
        var phone = contact("SUPERVISOR", "zh");
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        time.set("2026-05-15T10:00:00Z");
        awaitTexts(phone, 1);
        assertThat(occurrences(duty)).containsEntry("2026-W20", "2026-05-15T09:00:00Z OVERDUE");

        submit(duty, "{\"period\": \"2026-W20\", \"document\": \"第一份\"}").body("state", equalTo("LATE"));
        submit(duty, "{\"period\": \"2026-W20\", \"document\": \"第二份\"}")
                .statusCode(200)
                .body("state", equalTo("LATE"))
                .body("document", equalTo("第一份"));

        assertThat(states(duty, "2026-W20")).containsExactly("SUPERSEDED", "SENT", "CANCELLED");
        time.set("2026-05-16T00:30:00Z");
        nothingMoreIsDue();
        assertThat(texts(phone)).hasSize(1);
    }

    @Test
    void whatWaitsToBeSentIsCalledBackByASubmission() throws SQLException {
        var submitting = contact("SUPERVISOR", "zh");
        var silent = contact("OFFICE", "zh");
        var night = "\"kind\": \"WEEKLY\", \"at\": \"22:30\", \"remindBefore\": \"PT10M\", \"remindAfter\": \"PT10M\"";
        var submitted = enter(night + ", \"name\": \"甲\"");
        var missing = enter(night + ", \"name\": \"乙\", \"roles\": [\"OFFICE\"]");

        // Nobody is written to at this hour: what was taken waits for the morning.
        time.set("2026-05-15T14:20:00Z");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(states(submitted, "2026-W20")).contains("SENT");
            assertThat(states(missing, "2026-W20")).contains("SENT");
        });
        submit(submitted, "{\"period\": \"2026-W20\"}").body("state", equalTo("SUBMITTED"));
        assertThat(states(submitted, "2026-W20")).containsOnly("CANCELLED");

        // The next reminder takes the place of the one that nobody has sent yet.
        time.set("2026-05-15T14:40:00Z");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(missing, "2026-W20"))
                .containsExactly("SUPERSEDED", "SENT", "PENDING"));
        time.set("2026-05-16T00:30:00Z");
        await().atMost(PATIENCE).until(() -> !texts(silent).isEmpty());
        nothingMoreIsDue();
        assertThat(texts(silent)).singleElement().asString().contains("乙应于 2026年5月15日 22:30 前报送，尚未收到");
        assertThat(texts(submitting)).isEmpty();
    }

    @Test
    void afterADowntimeTheNewestReminderIsToldAndWhatWasMissedIsOnRecord() throws SQLException {
        time.set("2026-11-10T02:00:00Z");
        var phone = contact("SUPERVISOR", "zh");
        var duty = enter("\"kind\": \"DAILY\", \"name\": \"日报\"");

        time.set("2026-11-20T03:00:00Z");
        awaitTexts(phone, 1);
        nothingMoreIsDue();

        assertThat(texts(phone)).singleElement().asString().contains("2026年11月19日日报应于");
        assertThat(states(duty)).filteredOn("SENT"::equals).hasSize(1);
        var occurrences = occurrences(duty);
        assertThat(occurrences).hasSize(11).containsEntry("2026-11-20", "2026-11-20T09:00:00Z OPEN");
        assertThat(occurrences.values())
                .filteredOn(told -> told.endsWith("OVERDUE"))
                .hasSize(10);
    }

    @Test
    void whatWasDueBeforeTheDutyWasEnteredIsNotRemindedOf() throws SQLException {
        var phone = contact("SUPERVISOR", "zh");
        time.set("2026-05-15T09:00:00Z");
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");

        assertThat(occurrences(duty).keySet()).containsExactly("2026-W21");
        nothingMoreIsDue();
        assertThat(texts(phone)).isEmpty();
    }

    @Test
    void aDutyEnteredShortlyBeforeItIsDueIsRemindedOfAtOnce() {
        var phone = contact("SUPERVISOR", "zh");
        time.set("2026-05-15T08:30:00Z");
        enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");

        awaitTexts(phone, 1);
    }

    @Test
    void aReminderIsTakenOnceHoweverManyTakeThemAtOnce() {
        var phone = contact("SUPERVISOR", "zh");
        enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        time.set("2026-05-15T07:00:00Z");

        var takers = IntStream.range(0, 4)
                .mapToObj(taker -> CompletableFuture.runAsync(() -> {
                    try {
                        reminders.plan(time.instant());
                        reminders.send(time.instant());
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        takers.forEach(CompletableFuture::join);

        awaitTexts(phone, 1);
        nothingMoreIsDue();
        assertThat(texts(phone)).hasSize(1);
    }

    @Test
    void whereNobodyHoldsThePostTheMessageFailsVisibly() {
        enter("\"kind\": \"WEEKLY\", \"name\": \"无人周报\"");
        time.set("2026-05-15T07:00:00Z");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(given().queryParam("state", "FAILED")
                        .queryParam("limit", 500)
                        .get("/api/notifications/messages")
                        .jsonPath()
                        .<Map<String, Object>>getList("items"))
                .anySatisfy(message -> assertThat(message)
                        .containsEntry("to", null)
                        .extractingByKey("text")
                        .asString()
                        .contains(district + "：2026年第20周无人周报")));
    }

    @Test
    void aChangedDutyIsDueAsItNowStandsAndTheSameAgainChangesNothing() throws SQLException {
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");

        replace(duty, "\"1\"", "\"kind\": \"WEEKLY\", \"name\": \"周报\"")
                .statusCode(200)
                .body("version", equalTo(1));
        replace(duty, "\"1\"", "\"kind\": \"WEEKLY\", \"name\": \"周报\", \"weekday\": \"THURSDAY\", \"at\": \"12:00\"")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("weekday", equalTo("THURSDAY"));
        assertThat(occurrences(duty)).isEqualTo(Map.of("2026-W20", "2026-05-14T04:00:00Z OPEN"));
        assertThat(states(duty)).hasSize(3).containsOnly("PENDING");
        replace(duty, "\"1\"", "\"kind\": \"MONTHLY\", \"name\": \"周报\"").statusCode(412);
        replace(duty, "\"2\"", "\"kind\": \"MONTHLY\", \"name\": \"月报\"").statusCode(200);
        assertThat(occurrences(duty)).isEqualTo(Map.of("2026-05", "2026-05-25T09:00:00Z OPEN"));
    }

    @Test
    void aPeriodThatWasSubmittedAheadStaysSo() throws SQLException {
        var phone = contact("SUPERVISOR", "zh");
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        submit(duty, "{\"period\": \"2026-W21\"}").statusCode(200).body("state", equalTo("SUBMITTED"));
        submit(duty, "{\"period\": \"2026-W20\"}").statusCode(200);
        replace(duty, "\"1\"", "\"kind\": \"WEEKLY\", \"name\": \"周报\", \"at\": \"16:00\"")
                .statusCode(200);

        time.set("2026-05-25T02:00:00Z");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(occurrences(duty)).hasSize(3));
        nothingMoreIsDue();

        assertThat(occurrences(duty))
                .isEqualTo(Map.of(
                        "2026-W20", "2026-05-15T09:00:00Z SUBMITTED",
                        "2026-W21", "2026-05-22T09:00:00Z SUBMITTED",
                        "2026-W22", "2026-05-29T08:00:00Z OPEN"));
        assertThat(texts(phone)).isEmpty();
    }

    @Test
    void aDutyThatHasEndedRemindsNobodyAndStaysOnFile() throws SQLException {
        var phone = contact("SUPERVISOR", "zh");
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");

        given().delete(DUTIES + "/" + duty).then().statusCode(204);

        assertThat(states(duty)).containsOnly("CANCELLED");
        show(duty).body("active", equalTo(false));
        time.set("2026-05-15T10:00:00Z");
        nothingMoreIsDue();
        assertThat(texts(phone)).isEmpty();
        submit(duty, "{\"period\": \"2026-W20\"}").statusCode(404);
        given().delete(DUTIES + "/" + duty).then().statusCode(404);
        // The name is free again.
        enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
    }

    @Test
    void theSameIdempotencyKeyEntersOneDuty() {
        var key = UUID.randomUUID().toString();
        var body = body("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> given().header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body)
                        .post(DUTIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id"))
                .toList();
        entered.add(ids.get(0));

        assertThat(ids.get(1)).isEqualTo(ids.get(0));
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        refused("\"kind\": \"WEEKLY\", \"name\": \"周报\"", "name");
        replace(enter("\"kind\": \"WEEKLY\", \"name\": \"日报\""), "\"1\"", "\"kind\": \"WEEKLY\", \"name\": \"周报\"")
                .statusCode(400)
                .body("violations.field", hasItems("name"));
        refused("\"name\": \"x\"", "kind");
        refused("\"kind\": \"YEARLY\", \"name\": \"x\"", "kind");
        refused("\"kind\": \"WEEKLY\", \"name\": \" \"", "name");
        refused("\"kind\": \"WEEKLY\", \"name\": \"a\\nb\"", "name");
        refused(
                "\"kind\": \"DAILY\", \"name\": \"x\", \"weekday\": \"FRIDAY\", \"dayOfMonth\": 3, \"workedDayBefore\": true,"
                        + " \"at\": \"17:00:30\", \"remindBefore\": \"P1D\", \"remindAfter\": \"-PT1H\", \"roles\":"
                        + " [\"RESPONSIBLE\"], \"season\": {\"from\": \"02-30\", \"to\": \"x\"}",
                "weekday",
                "dayOfMonth",
                "workedDayBefore",
                "at",
                "remindBefore",
                "remindAfter",
                "roles",
                "season.from",
                "season.to");
        refused("\"kind\": \"MONTHLY\", \"name\": \"x\", \"dayOfMonth\": 32", "dayOfMonth");
        refused("\"kind\": \"WEEKLY\", \"name\": \"x\", \"roles\": []", "roles");
        refused("\"kind\": \"WEEKLY\", \"name\": \"x\", \"roles\": [\"OFFICE\", \"OFFICE\"]", "roles");
        refused("\"kind\": \"WEEKLY\", \"name\": \"x\", \"roles\": [null]", "roles");
        refused("\"kind\": \"WEEKLY\", \"name\": \"x\", \"season\": {}", "season.from", "season.to");
        refused(
                "\"kind\": \"MONTHLY\", \"name\": \"x\", \"season\": {\"from\": \"03-01\", \"to\": \"03-10\"}",
                "season");
        refused("\"kind\": \"WEEKLY\", \"name\": \"x\", \"hour\": 17", "hour");
        given().queryParam("kind", "YEARLY")
                .queryParam("of", "x")
                .get(DUTIES)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("kind", "of"));
        var unknown = UUID.randomUUID().toString();
        show(unknown, 404).body("detail", equalTo("没有这项报送任务。"));
        given().get(DUTIES + "/" + unknown + "/occurrences").then().statusCode(404);
    }

    @Test
    void aSubmissionThatIsWrongIsRefusedByName() {
        var duty = enter("\"kind\": \"DAILY\", \"name\": \"日报\"");

        for (var period : List.of("2026-07-01", "2026-W20", "2026-02-30", "", "9999999999", "x".repeat(99))) {
            submit(duty, "{\"period\": \"%s\"}".formatted(period))
                    .statusCode(400)
                    .body("violations.field", hasItem("period"));
        }
        submit(duty, "{}").statusCode(400).body("violations.field", hasItem("period"));
        submit(duty, "{\"period\": \"2026-11-15\", \"document\": \"a\\u0000b\"}")
                .statusCode(400)
                .body("violations.field", hasItem("document"));
        submit(UUID.randomUUID().toString(), "{\"period\": \"2026-11-15\"}").statusCode(404);
    }

    @Test
    void occurrencesAreReadPageByPage() {
        var duty = enter("\"kind\": \"WEEKLY\", \"name\": \"周报\"");
        for (int week = 21; week <= 25; week++) {
            submit(duty, "{\"period\": \"2026-W%d\"}".formatted(week)).statusCode(200);
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        for (int page = 0; page < 3; page++) {
            var answer = given().queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(DUTIES + "/" + duty + "/occurrences")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(answer.<String>getList("items.period"));
            cursor = String.valueOf(answer.getString("nextCursor"));
        }

        assertThat(seen).containsExactly("2026-W25", "2026-W24", "2026-W23", "2026-W22", "2026-W21", "2026-W20");
        assertThat(cursor).isEqualTo("null");
    }

    private String body(String fields) {
        return "{\"districtCode\": \"%s\", %s}".formatted(district, fields);
    }

    private String enter(String fields) {
        var id = given().contentType("application/json")
                .body(body(fields))
                .post(DUTIES)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        entered.add(id);
        return id;
    }

    private void refused(String fields, String... names) {
        given().contentType("application/json")
                .body(body(fields))
                .post(DUTIES)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems(names));
    }

    private ValidatableResponse replace(String id, String version, String fields) {
        return given().contentType("application/json")
                .header("If-Match", version)
                .body(body(fields))
                .put(DUTIES + "/" + id)
                .then();
    }

    private static ValidatableResponse show(String id) {
        return show(id, 200);
    }

    private static ValidatableResponse show(String id, int status) {
        return given().get(DUTIES + "/" + id).then().statusCode(status);
    }

    private static ValidatableResponse submit(String id, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(DUTIES + "/" + id + "/submissions")
                .then();
    }

    private String contact(String role, String language) {
        return contact(role, language, "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000));
    }

    private String contact(String role, String language, String phone) {
        given().contentType("application/json")
                .body(
                        "{\"role\": \"%s\", \"districtCode\": \"%s\", \"name\": \"联络员\", \"phone\": \"%s\", \"language\": \"%s\"}"
                                .formatted(role, district, phone, language))
                .post("/api/notifications/contacts")
                .then()
                .statusCode(201);
        return phone;
    }

    private static Map<String, String> occurrences(String duty) {
        JsonPath answer = given().queryParam("limit", 500)
                .get(DUTIES + "/" + duty + "/occurrences")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var told = new TreeMap<String, String>();
        answer.<Map<String, Object>>getList("items")
                .forEach(item ->
                        told.put(String.valueOf(item.get("period")), item.get("dueAt") + " " + item.get("state")));
        return told;
    }

    private void awaitTexts(String phone, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(phone)).hasSize(count));
    }

    /** In the order in which they were sent. */
    private List<String> texts(String phone) {
        return inbox.messagesTo(phone).stream()
                .map(message -> String.valueOf(message.get("text")))
                .toList();
    }

    /** Whatever is due by now was taken, became messages, and those were carried. */
    private void nothingMoreIsDue() {
        await().atMost(PATIENCE).until(() -> count("""
                select (select count(*) from duty_reminder
                        where state = 'PENDING' and remind_at <= '%1$s')
                    + (select count(*) from duty where active and (next_due_at is null or next_due_at <= '%1$s'))
                    + (select count(*) from notice where place = '%2$s' and message_id is null and not withdrawn)
                    + (select count(*) from message m join notice n on n.message_id = m.id
                        where n.place = '%2$s' and m.state = 'QUEUED')""".formatted(time.instant(), district)) == 0);
    }

    private List<String> states(String duty) throws SQLException {
        return states(duty, "");
    }

    /** The states of the reminders of the periods that begin like this, in the order of their moments. */
    private List<String> states(String duty, String period) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select r.state from duty_reminder r join duty_occurrence o on o.id = r.occurrence_id
                        where r.duty_id = ?::uuid and o.period like ? order by r.remind_at""")) {
            select.setString(1, duty);
            select.setString(2, period + "%");
            var states = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
            }
            return states;
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
