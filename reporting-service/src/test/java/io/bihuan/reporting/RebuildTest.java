package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Report;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Everything can be made anew from the topics, and is then the same. */
@QuarkusTest
class RebuildTest extends RealPartsTest {

    private static final List<String> MOMENTS = List.of("2026-02-10", "2026-03-20T05:00:00Z", "2026-06-30");

    @Inject
    DataSource database;

    private final String district = Kept.freshDistrict();
    private final RandomLives chance =
            new RandomLives(new Random(11), List.of(district, district + "01", district + "01001", district + "02"));

    @Test
    void whatWasSpoiltIsMadeAnewAndWhatIsToldMeanwhileIsNotLost() throws SQLException {
        topics.send(
                Event.ofDistrict(district, 1, "某市"),
                Event.ofDistrict(district + "01", 1, "某区"),
                Event.ofMove(district + "01001", 1, district + "02009", "2026-03-01T00:00:00Z"));
        kept.awaitMove(district + "01001");
        tell(Stream.generate(chance::next).limit(300).toList());
        List<Map<String, Object>> before = figures();
        spoil("delete from standing where district like '%s%%'");
        spoil("update step set status = 'CLOSED' where district like '%s%%' and version = 2");
        spoil("delete from total where district like '%s%%'");
        assertThat(figures()).isNotEqualTo(before);

        String key = UUID.randomUUID().toString();
        JsonPath wanted = given().header("Idempotency-Key", key)
                .post("/api/reports/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        List<Life> meanwhile = Stream.generate(chance::next).limit(50).toList();
        topics.send(meanwhile.stream().flatMap(life -> life.events().stream()).toList());
        awaitEnd(wanted.getLong("id")).body("state", is("DONE")).body("problem", nullValue());
        kept.awaitLives(meanwhile);

        assertThat(Report.of(district).total("found")).isGreaterThan(300 / 2);
        List<Map<String, Object>> rebuilt = figures();
        String address = given().header("Idempotency-Key", key)
                .post("/api/reports/rebuilds")
                .then()
                .statusCode(202)
                .body("id", is(wanted.getInt("id")))
                .extract()
                .header("Location");
        String tag = given().get(address).header("ETag");
        given().header("If-None-Match", tag).get(address).then().statusCode(304).header("ETag", tag);
        JsonPath again = given().post("/api/reports/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        assertThat(again.getLong("id")).isGreaterThan(wanted.getLong("id"));
        awaitEnd(again.getLong("id")).body("state", is("DONE"));
        assertThat(figures()).isEqualTo(rebuilt);
        given().post("/api/reports/reconcile")
                .then()
                .statusCode(200)
                .body("differences.findAll { it.districtCode.startsWith('%s') }.size()".formatted(district), is(0));
    }

    @Test
    void whoAsksWhileTheTablesAreSwappedGetsTheSameFigures() {
        tell(Stream.generate(chance::next).limit(50).toList());
        long found = Report.of(district).total("found");
        AtomicBoolean ended = new AtomicBoolean();
        List<CompletableFuture<Set<Long>>> asking = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    Set<Long> told = new TreeSet<>();
                    while (!ended.get()) {
                        told.add(Report.of(district).total("found"));
                    }
                    return told;
                }))
                .limit(3)
                .toList();
        try {
            for (int i = 0; i < 3; i++) {
                awaitEnd(wantAnew()).body("state", is("DONE"));
            }
        } finally {
            ended.set(true);
        }

        assertThat(asking).allSatisfy(each -> assertThat(each.join()).containsExactly(found));
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsPassedOverAndTheOthersCount() {
        Life good = Life.in(district).found("2026-05-01T01:00:00Z");
        Life broken = Life.in(district).by("nul \\u0000 nul").found("2026-05-01T01:00:00Z");
        topics.send(broken.said().get(0).event(), good.said().get(0).event());
        kept.awaitLives(List.of(good));

        awaitEnd(wantAnew()).body("state", is("DONE"));

        assertThat(Report.of(district).total("found")).isOne();
    }

    @Test
    void whereTheTopicLacksAStepThatIsKnownNothingIsChangedAndItIsSaid() throws SQLException {
        tell(Life.in(district).found("2026-05-01T01:00:00Z"));
        spoil("""
                insert into step (hazard_id, version, type, at, status, district, grade, category, source, round,
                                  contingency_plan, interim_controls)
                select hazard_id, 17, type, at, status, district, grade, category, source, round, false, false
                from step where district = '%s'""");

        String problem =
                awaitEnd(wantAnew()).body("state", is("FAILED")).extract().path("problem");

        assertThat(problem).contains("publish its history again");
        assertThat(Report.of(district).total("found")).isOne();
        spoil("delete from step where version = 17 and district = '%s'");
    }

    @Test
    void aStepThatNeverCameIsMissingAfterwardsAsBefore() {
        Life life = Life.in(district)
                .found("2026-05-01T01:00:00Z")
                .assigned("2026-05-02T01:00:00Z", "2026-05-09T01:00:00Z");
        topics.send(life.said().get(1).event());
        kept.awaitSteps(List.of(life.hazard()), 1);

        awaitEnd(wantAnew()).body("state", is("DONE"));

        assertThat(Report.of(district).total("assigned")).isOne();
    }

    @Test
    void theTablesAfterwardsAreMadeLikeThoseBefore() throws SQLException {
        List<String> before = schema();

        awaitEnd(wantAnew()).body("state", is("DONE"));

        assertThat(schema())
                .isEqualTo(before)
                .contains("total {fillfactor=80}")
                .anyMatch(line -> line.startsWith("CREATE UNIQUE INDEX standing_pkey"));
    }

    @Test
    void aRebuildThatNobodyWantedIsNotThere() {
        given().get("/api/reports/rebuilds/999999").then().statusCode(404);
    }

    /** How tables and their indexes are made. */
    private List<String> schema() throws SQLException {
        List<String> schema = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select concat_ws(' ', relname, reloptions) as line
                        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                        union all
                        select indexdef from pg_indexes where schemaname = 'public'
                        union all
                        select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
                        from pg_constraint where connamespace = 'public'::regnamespace
                        order by line""")) {
            while (rows.next()) {
                schema.add(rows.getString(1));
            }
        }
        return schema;
    }

    private static long wantAnew() {
        return given().post("/api/reports/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static io.restassured.response.ValidatableResponse awaitEnd(long id) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> given().get("/api/reports/rebuilds/" + id).path("finishedAt") != null);
        return given().get("/api/reports/rebuilds/" + id).then().statusCode(200);
    }

    private List<Map<String, Object>> figures() {
        return MOMENTS.stream()
                .flatMap(moment -> Stream.of(
                        Report.of(district, "asOf", moment).total(),
                        Report.of(district + "01", "asOf", moment).total(),
                        Report.of(district, "asOf", moment, "grade", "MAJOR").total()))
                .toList();
    }

    private void spoil(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(district))).isPositive();
        }
    }
}
