package io.bihuan.reporting.briefing.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.reporting.briefing.Briefings;
import io.bihuan.reporting.briefing.Surveys;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.StandingClock;
import io.bihuan.reporting.testing.Topics;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ScheduledIssueTest {

    private static final String SCHEDULES = "/api/reports/briefing-schedules";
    private static final String BRIEFINGS = "/api/reports/briefings";

    @Inject
    Schedules schedules;

    @Inject
    Surveys surveys;

    @Inject
    Briefings briefings;

    @Inject
    Topics topics;

    @Inject
    Kept kept;

    @Inject
    StandingClock clock;

    private final String city = Kept.freshDistrict();

    @BeforeEach
    void itIsThursday() {
        clock.set("2026-04-30T09:00:00Z");
        topics.send(Event.ofDistrict(city, 1, "某市"));
        kept.awaitDistrict(city, 1);
        kept.awaitNoRebuild();
    }

    @Test
    void onFridayAtFiveItIsIssuedOnceHoweverManyReplicasThereAre() throws Exception {
        enter("{\"district\": \"%s\", \"kind\": \"WEEKLY\"}".formatted(city))
                .then()
                .statusCode(201)
                .body("weekday", is("FRIDAY"))
                .body("at", is("17:00:00"))
                .body("nextAt", is("2026-05-01T17:00:00+08:00"));
        replica().issueWhatIsDue();
        issued().then().body("items.size()", is(0));

        clock.set("2026-05-01T09:00:00.3Z");
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = Collections.nCopies(8, () -> {
                replica().issueWhatIsDue();
                return null;
            });
            for (Future<Void> done : replicas.invokeAll(work)) {
                done.get();
            }
        } finally {
            replicas.shutdown();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> issued().then().body("items.size()", is(1)));
        issued().then()
                .body("items.number", contains(city + "-2026-W-001"))
                .body("items[0].period", is("2026-W18"))
                .body("items[0].asOf", is("2026-05-01T17:00:00+08:00"))
                .body("items[0].issuedAt", is("2026-05-01T17:00:00.3+08:00"));
        given().queryParam("district", city)
                .get(SCHEDULES)
                .then()
                .body("items[0].nextAt", is("2026-05-08T17:00:00+08:00"));
    }

    @Test
    void afterADowntimeOnlyTheNewestPeriodIsIssued() throws Exception {
        enter("{\"district\": \"%s\", \"kind\": \"MONTHLY\"}".formatted(city))
                .then()
                .body("nextAt", is("2026-05-25T17:00:00+08:00"));

        clock.set("2026-08-10T00:00:00Z");
        replica().issueWhatIsDue();

        awaitIssued(1);
        issued().then()
                .body("items.period", contains("2026-07"))
                .body("items[0].asOf", is("2026-07-25T17:00:00+08:00"))
                .body("items[0].issuedAt", is("2026-08-10T08:00:00+08:00"));
    }

    @Test
    void whatPeopleHaveDraftedIsWhatIsIssuedAndWhatTheyHaveIssuedIsNotIssuedAgain() throws Exception {
        enter("{\"district\": \"%s\", \"kind\": \"WEEKLY\"}".formatted(city));
        order("""
                {"district": "%s", "period": "2026-W18", "draft": true, "language": "EN", "text": {"closing": "Look again."}}""");
        clock.set("2026-05-01T09:00:00Z");
        replica().issueWhatIsDue();
        awaitIssued(1);
        given().get(BRIEFINGS + "/" + city + "-2026-W-001")
                .then()
                .body("text.closing", is("Look again."))
                .body("text.overview", containsString("In week 18 of 2026"));

        clock.set("2026-05-07T09:00:00Z");
        order("{\"district\": \"%s\", \"period\": \"2026-W19\"}");
        clock.set("2026-05-08T09:00:00Z");
        replica().issueWhatIsDue();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().queryParam("district", city)
                .get(SCHEDULES)
                .then()
                .body("items[0].nextAt", is("2026-05-15T17:00:00+08:00")));
        issued().then().body("items.period", contains("2026-W19", "2026-W18"));
    }

    @Test
    void itMayBeDraftedOnly() throws Exception {
        enter("{\"district\": \"%s\", \"kind\": \"WEEKLY\", \"draft\": true}".formatted(city));
        clock.set("2026-05-01T09:00:00Z");
        replica().issueWhatIsDue();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().queryParam("district", city)
                .get(BRIEFINGS)
                .then()
                .body("items.state", contains("DRAFT")));
    }

    @Test
    void aScheduleIsReplacedEndedAndRefusedByName() throws Exception {
        Response entered = enter("{\"district\": \"%s\", \"kind\": \"WEEKLY\"}".formatted(city));
        String schedule = SCHEDULES + "/" + entered.path("id");
        enter("{\"district\": \"%s\", \"kind\": \"WEEKLY\"}".formatted(city))
                .then()
                .statusCode(400)
                .body("violations.field", contains("kind"));
        enter("{\"district\": \"%s\", \"kind\": \"WEEKLY\", \"dayOfMonth\": 32, \"at\": \"17:00:30\"}".formatted(city))
                .then()
                .statusCode(400)
                .body("violations.field", contains("dayOfMonth", "dayOfMonth", "at"));
        enter("{\"district\": \"98YY\", \"kind\": \"WEEKLY\"}").then().statusCode(400);

        String monday = "{\"district\": \"%s\", \"kind\": \"WEEKLY\", \"weekday\": \"MONDAY\", \"at\": \"08:30\"}"
                .formatted(city);
        given().contentType(ContentType.JSON)
                .body(monday)
                .header("If-Match", "\"2\"")
                .put(schedule)
                .then()
                .statusCode(412);
        given().contentType(ContentType.JSON)
                .body(monday)
                .header("If-Match", "\"1\"")
                .put(schedule)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("nextAt", is("2026-05-04T08:30:00+08:00"));
        given().delete(schedule).then().statusCode(204);
        given().delete(schedule).then().statusCode(404);
        given().get(schedule).then().body("active", is(false)).body("nextAt", nullValue());
        clock.set("2026-05-05T09:00:00Z");
        replica().issueWhatIsDue();
        issued().then().body("items.size()", is(0));
        assertThat(enter(monday).statusCode()).isEqualTo(201);
    }

    private ScheduledIssue replica() {
        return new ScheduledIssue(schedules, surveys, briefings, clock, ZoneId.of("Asia/Shanghai"));
    }

    private void awaitIssued(int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> issued().then().body("items.size()", is(count)));
    }

    private Response issued() {
        return given().queryParam("district", city)
                .queryParam("state", "ISSUED")
                .get(BRIEFINGS);
    }

    private void order(String body) {
        given().contentType(ContentType.JSON)
                .body(body.formatted(city))
                .post(BRIEFINGS)
                .then()
                .statusCode(201);
    }

    private static Response enter(String body) {
        return given().contentType(ContentType.JSON).body(body).post(SCHEDULES);
    }
}
