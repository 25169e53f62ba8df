package io.bihuan.reporting.ranking;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.StandingClock;
import io.bihuan.reporting.testing.Topics;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days, months and years go by; everything that happens in them is known from the start, unless it is told late. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ClosingTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Closing closing;

    @Inject
    Topics topics;

    @Inject
    Kept kept;

    @Inject
    StandingClock clock;

    private final String city = Kept.freshDistrict();

    @BeforeEach
    void aDayInMayLongBeforeTheServiceLooksAtThisCity() {
        clock.set("2026-05-03T02:00:00Z");
    }

    @AfterEach
    void itIsTodayAgain() {
        clock.set("2026-07-01T00:00:00Z");
    }

    @Test
    void afterFiveDaysInARowTheCentreInterviewsAndAfterTenTheBureau() throws SQLException {
        tell(seven());
        onFile();
        passDays("2026-05-03", 9);

        assertThat(consequences("2026-05-05")).isEmpty();
        assertThat(consequences("2026-05-06"))
                .isEqualTo(Map.of(
                        "戊", "INTERVIEW_CENTRE since 2026-05-06 because of 5 from 2026-05-02",
                        "己", "INTERVIEW_CENTRE since 2026-05-06 because of 5 from 2026-05-02",
                        "庚", "INTERVIEW_CENTRE since 2026-05-06 because of 5 from 2026-05-02"));
        // On the 10th 丁 was worse than 庚, which had been among the last for eight days.
        assertThat(consequences("2026-05-09"))
                .containsEntry("庚", "INTERVIEW_CENTRE since 2026-05-06 because of 8 from 2026-05-02");
        assertThat(consequences("2026-05-11"))
                .isEqualTo(Map.of(
                        "戊",
                        "INTERVIEW_CENTRE since 2026-05-06 because of 10 from 2026-05-02,"
                                + " INTERVIEW_BUREAU_AND_MEDIA since 2026-05-11 because of 10 from 2026-05-02",
                        "己",
                        "INTERVIEW_CENTRE since 2026-05-06 because of 10 from 2026-05-02,"
                                + " INTERVIEW_BUREAU_AND_MEDIA since 2026-05-11 because of 10 from 2026-05-02"));
    }

    @Test
    void aDayOnWhichTooFewWereRankedNeitherCountsNorBreaksTheRow() throws SQLException {
        // On the 4th 丁 has nothing of its own, and five are too few.
        tell(
                good("甲"),
                good("乙"),
                Life.in(city)
                        .by("丁")
                        .found("2026-05-01T01:00:00Z")
                        .assigned("2026-05-01T02:00:00Z", "2026-05-20T16:00:00Z")
                        .by("甲")
                        .transferred("2026-05-03T20:00:00Z", city)
                        .by("丁")
                        .transferred("2026-05-04T20:00:00Z", city)
                        .rectified("2026-05-04T21:00:00Z")
                        .closed("2026-05-04T22:00:00Z"),
                bad("戊"),
                bad("己"),
                bad("庚"));
        onFile();
        passDays("2026-05-03", 5);

        ranking("units", "2026-05-04").body("ranked", is(5)).body("closedAt", nullValue());
        assertThat(consequences("2026-05-06")).isEmpty();
        assertThat(consequences("2026-05-07").get("戊"))
                .isEqualTo("INTERVIEW_CENTRE since 2026-05-07 because of 5 from 2026-05-02");
    }

    @Test
    void whatIsToldLateChangesTheFiguresOfThatDayAndNothingThatWasClosed() throws SQLException {
        tell(seven());
        onFile();
        passDays("2026-05-03", 4);
        Map<String, String> before = consequences("2026-05-06");
        String place = "items.find { it.code == '%s' }.%s";
        ranking("units", "2026-05-06")
                .body(place.formatted("庚", "place"), is(5))
                .body(place.formatted("庚", "closed.place"), is(5));

        // 庚 shows another hundred hazards that it had rectified in time.
        tell(Stream.generate(() -> good("庚")).limit(100).toList());

        ranking("units", "2026-05-06")
                .body("closedAt", is("2026-05-07T02:00:00+08:00"))
                .body(place.formatted("庚", "score"), is(99.3f))
                .body(place.formatted("庚", "closed.place"), is(5))
                .body(place.formatted("庚", "closed.score"), is(30.0f));
        assertThat(consequences("2026-05-06")).isEqualTo(before);
        // As of a moment before it all.
        given().queryParam("of", "units")
                .queryParam("period", "2026-05-06")
                .queryParam("parent", city)
                .queryParam("asOf", "2026-05-01")
                .get("/api/reports/rankings")
                .then()
                .statusCode(200)
                .body("items.findAll { it.place == 1 }.size()", is(7));
    }

    @Test
    void downtimeIsCaughtUpDayByDayAndOneOfManyReplicasIsEnough() throws Exception {
        tell(seven());
        onFile();
        at("2026-05-03");
        closing.closeWithin(city);
        at("2026-05-12");
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = Collections.nCopies(4, () -> {
                closing.closeWithin(city);
                return null;
            });
            for (Future<Void> done : replicas.invokeAll(work)) {
                done.get();
            }
        } finally {
            replicas.shutdown();
        }
        assertThat(consequences("2026-05-11").get("己"))
                .isEqualTo("INTERVIEW_CENTRE since 2026-05-06 because of 10 from 2026-05-02,"
                        + " INTERVIEW_BUREAU_AND_MEDIA since 2026-05-11 because of 10 from 2026-05-02");
    }

    @Test
    void aDayIsClosedAnHourAfterItHasEnded() throws SQLException {
        tell(seven());
        onFile();
        clock.set("2026-05-03T16:59:59Z");
        closing.closeWithin(city);
        ranking("units", "2026-05-03").body("closedAt", nullValue());
        clock.set("2026-05-03T17:00:00Z");
        closing.closeWithin(city);
        ranking("units", "2026-05-03").body("closedAt", is("2026-05-04T01:00:00+08:00"));
    }

    @Test
    void theLastOfAMonthAreInterviewedInPublic() throws SQLException {
        tell(seven());
        onFile();
        at("2026-05-20");
        closing.closeWithin(city);
        assertThat(consequences("2026-05")).isEmpty();
        at("2026-06-01");
        closing.closeWithin(city);
        // By then 庚 is better than 丁.
        assertThat(consequences("2026-05"))
                .isEqualTo(Map.of(
                        "丁", "PUBLIC_INTERVIEW since 2026-05 because of 1 from 2026-05",
                        "戊", "PUBLIC_INTERVIEW since 2026-05 because of 1 from 2026-05",
                        "己", "PUBLIC_INTERVIEW since 2026-05 because of 1 from 2026-05"));
        ranking("units", "2026-05")
                .body("items.closed.score", is(ranked("2026-05").getList("items.score")));
    }

    @Test
    void theLastOfAYearGetAYellowCardAndOfThreeYearsARedOne() throws SQLException {
        List<Life> lives = new ArrayList<>();
        for (int year = 2023; year <= 2025; year++) {
            for (String unit : List.of("甲", "乙", "丙")) {
                lives.add(Life.in(city)
                        .by(unit)
                        .found(year + "-01-10T01:00:00Z")
                        .assigned(year + "-01-10T02:00:00Z", year + "-01-20T16:00:00Z")
                        .rectified(year + "-01-11T02:00:00Z")
                        .closed(year + "-01-12T02:00:00Z"));
            }
            for (String unit : List.of("丁", "戊", year == 2024 ? "辛" : "己")) {
                lives.add(Life.in(city)
                        .by(unit)
                        .found(year + "-01-10T01:00:00Z")
                        .assigned(year + "-01-10T02:00:00Z", year + "-01-20T16:00:00Z"));
            }
        }
        tell(lives);
        at("2023-01-05");
        onFile();
        closing.closeWithin(city);
        for (String newYear : List.of("2024-01-01", "2025-01-01", "2026-01-01")) {
            at(newYear);
            closing.closeWithin(city);
        }
        assertThat(consequences("2023").get("己")).isEqualTo("YELLOW_CARD since 2023 because of 1 from 2023");
        assertThat(consequences("2024").get("丁")).isEqualTo("YELLOW_CARD since 2023 because of 2 from 2023");
        assertThat(consequences("2025"))
                .isEqualTo(Map.of(
                        "丁",
                        "YELLOW_CARD since 2023 because of 3 from 2023, RED_CARD since 2025 because of 3 from 2023",
                        "戊",
                        "YELLOW_CARD since 2023 because of 3 from 2023, RED_CARD since 2025 because of 3 from 2023",
                        "己",
                        "YELLOW_CARD since 2025 because of 1 from 2025"));
        // Hazards of January count until March.
        ranking("units", "2023")
                .body("ranked", is(6))
                .body("items[0].score", is(100.0f))
                .body("items[0].months.period", is(List.of("2023-01", "2023-02", "2023-03")))
                .body("items[5].score", is(30.0f))
                .body("items[5].months.score", is(List.of(30.0f, 30.0f, 30.0f)));
    }

    @Test
    void aYearHasTheMonthsThatWereOverAtTheMomentAskedFor() throws SQLException {
        tell(seven());
        at("2026-06-01");
        onFile();
        closing.closeWithin(city);
        at("2026-07-01");
        closing.closeWithin(city);
        assertThat(ranked("2026").getList("items[0].months.period")).containsExactly("2026-05", "2026-06");
        assertThat(ranked("2026", "asOf", "2026-06-29").getList("items[0].months.period"))
                .containsExactly("2026-05");
        assertThat(ranked("2026", "asOf", "2026-06-30").getList("items[0].months.period"))
                .containsExactly("2026-05", "2026-06");
    }

    @Test
    void eachDistrictOnFileHasItsOwnRankingAndDistrictsAreKeptByMonth() throws SQLException {
        String county = city + "01";
        List<Life> lives = new ArrayList<>(seven());
        for (String unit : List.of("子", "丑", "寅", "卯", "辰", "巳")) {
            lives.add(Life.in(county + "001").by(unit).found("2026-05-01T01:00:00Z"));
        }
        tell(lives);
        at("2026-06-01");
        onFile();
        topics.send(Event.ofDistrict(county, 1, "某县"));
        kept.awaitDistrict(county, 1);
        closing.closeWithin(city);

        assertThat(JsonPath.from(get("units", "2026-05", county)).getList("items.closed.score"))
                .hasSize(6)
                .containsOnly(90.0f);
        assertThat(ranked("2026-05").getInt("ranked")).isEqualTo(13);
        JsonPath districts = JsonPath.from(get("districts", "2026-05", city));
        assertThat(districts.getList("items.code")).containsExactly(county);
        assertThat(districts.getList("items.closed.place")).containsExactly(1);
        assertThat(districts.getList("items.consequences.flatten()")).isEmpty();
    }

    /** Four units are done on the second of May; of the others one is late, and two do nothing. */
    private List<Life> seven() {
        return List.of(
                good("甲"),
                good("乙"),
                good("丙"),
                good("丁"),
                Life.in(city)
                        .by("丁")
                        .found("2026-05-10T01:00:00Z")
                        .assigned("2026-05-10T02:00:00Z", "2026-05-10T08:00:00Z"),
                bad("戊"),
                bad("己"),
                bad("庚").rectified("2026-05-10T02:00:00Z").closed("2026-05-10T03:00:00Z"));
    }

    private Life good(String unit) {
        return bad(unit).rectified("2026-05-02T02:00:00Z").closed("2026-05-02T03:00:00Z");
    }

    /** Overdue from the fourth of May on. */
    private Life bad(String unit) {
        return Life.in(city)
                .by(unit)
                .found("2026-05-01T01:00:00Z")
                .assigned("2026-05-01T02:00:00Z", "2026-05-03T16:00:00Z");
    }

    private void tell(Life... lives) {
        tell(List.of(lives));
    }

    private void tell(List<Life> lives) {
        topics.send(lives.stream().flatMap(life -> life.events().stream()).toList());
        kept.awaitLives(lives);
    }

    private void onFile() {
        topics.send(Event.ofDistrict(city, 1, "某市"));
        kept.awaitDistrict(city, 1);
    }

    private void passDays(String first, int days) throws SQLException {
        for (int i = 0; i <= days; i++) {
            at(LocalDate.parse(first).plusDays(i).toString());
            closing.closeWithin(city);
        }
    }

    /** Two in the morning. */
    private void at(String day) {
        clock.set(LocalDate.parse(day).atTime(2, 0).atZone(ZONE).toInstant().toString());
    }

    private Map<String, String> consequences(String period) {
        JsonPath ranking = ranked(period);
        List<Map<String, Object>> items = ranking.getList("items");
        return IntStream.range(0, items.size())
                .filter(i ->
                        !ranking.getList("items[%d].consequences".formatted(i)).isEmpty())
                .boxed()
                .collect(toMap(
                        i -> ranking.getString("items[%d].code".formatted(i)),
                        i -> ranking.<Map<String, Object>>getList("items[%d].consequences".formatted(i)).stream()
                                .map(ClosingTest::said)
                                .collect(joining(", "))));
    }

    private static String said(Map<String, Object> consequence) {
        List<?> because = (List<?>) requireNonNull(consequence.get("because"));
        return "%s since %s because of %d from %s"
                .formatted(consequence.get("consequence"), consequence.get("since"), because.size(), because.get(0));
    }

    private JsonPath ranked(String period, String... more) {
        return JsonPath.from(get("units", period, city, more));
    }

    private ValidatableResponse ranking(String of, String period) {
        return given().queryParam("of", of)
                .queryParam("period", period)
                .queryParam("parent", city)
                .get("/api/reports/rankings")
                .then()
                .statusCode(200);
    }

    private static String get(String of, String period, String parent, String... more) {
        var request = given().queryParam("of", of).queryParam("period", period).queryParam("parent", parent);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i], more[i + 1]);
        }
        return request.get("/api/reports/rankings")
                .then()
                .statusCode(200)
                .body("items", notNullValue())
                .extract()
                .asString();
    }
}
