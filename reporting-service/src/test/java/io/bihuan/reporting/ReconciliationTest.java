package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Report;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals are what the hazards come to, and are mended when somebody changed them. */
@QuarkusTest
class ReconciliationTest extends RealPartsTest {

    private static final String YEARS = "&from=2000-01-01&to=2039-12-31";

    @Inject
    DataSource database;

    private final String district = Kept.freshDistrict();

    @BeforeEach
    void someHazardsAreKnown() {
        topics.send(Event.ofDistrict(district, 1, "某市"), Event.ofDistrict(district + "01", 1, "某区"));
        kept.awaitDistrict(district + "01", 1);
        RandomLives chance =
                new RandomLives(new Random(7), List.of(district, district + "01", district + "01001", district + "02"));
        tell(Stream.generate(chance::next).limit(60).toList());
    }

    @Test
    void afterAnyNumberOfStepsThereIsNothingToMend() {
        assertThat(differences(reconcile())).isEmpty();
    }

    @Test
    void aTotalThatSomebodyChangedIsFoundToldAndMended() throws SQLException {
        var before = Report.of(district).item(district + "01");
        change("update total set closed = closed + 17 where district = '%s01' and slice = '' and grain = 'M'");
        assertThat(Report.of(district).item(district + "01")).isNotEqualTo(before);

        List<String> found = differences(reconcile());

        assertThat(found).isNotEmpty().allSatisfy(wrong -> assertThat(wrong).endsWith("closed"));
        assertThat(Report.of(district).item(district + "01")).isEqualTo(before);
        assertThat(differences(reconcile())).isEmpty();
    }

    @Test
    void aTotalThatSomebodyDeletedAndOneOfNobodyAreFoundAndMended() throws SQLException {
        var before = Report.of(district).item(district + "01");
        change("delete from total where district = '%s01' and grain = 'M'");
        change(
                "insert into total select district || 'XX', slice, grain, found_on, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, null"
                        + " from total where district = '%s'");
        change("insert into district (code, version) values ('%sXX', 0)");

        assertThat(differences(reconcile())).isNotEmpty();

        assertThat(Report.of(district).item(district + "01")).isEqualTo(before);
        assertThat(differences(reconcile())).isEmpty();
    }

    @Test
    void theSumOfAllDistrictsIsFoundAndMendedToo() throws SQLException {
        assertThat(foundInAllByMonth()).isEqualTo(foundInAll());
        change("update total set found = found + 17 where district = '' and slice = '' and grain = 'M'");
        assertThat(foundInAllByMonth()).isNotEqualTo(foundInAll());

        reconcile();

        assertThat(foundInAllByMonth()).isEqualTo(foundInAll());
    }

    @Test
    void aDistrictThatComesOnFileAfterItsHazardsHasThemAll() {
        Life stray = Life.in(district + "77001").found("2026-05-01T01:00:00Z");
        tell(stray);
        assertThat(Report.of(district).codes()).contains(district + "77001");

        topics.send(Event.ofDistrict(district + "77", 1, "新区"));
        kept.awaitDistrict(district + "77", 1);

        assertThat(Report.of(district).codes()).contains(district + "77").doesNotContain(district + "77001");
        assertThat(Report.of(district).item(district + "77")).containsEntry("found", 1);
        assertThat(differences(reconcile())).isEmpty();
    }

    @Test
    void askedAgainUnderTheSameKeyItTellsWhatItFoundTheFirstTime() throws SQLException {
        change("update total set closed = closed + 17 where district = '%s01' and slice = '' and grain = 'M'");
        String key = UUID.randomUUID().toString();

        List<String> found = differences(reconcile(key));

        assertThat(found).isNotEmpty();
        assertThat(differences(reconcile(key))).isEqualTo(found);
        assertThat(differences(reconcile())).isEmpty();
    }

    /** What the trend, which is read from the sum, says of the time that the districts' report is about. */
    private static int foundInAllByMonth() {
        return given()
                .get("/api/reports/trend?metric=found&by=month" + YEARS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Number>getList("points.value")
                .stream()
                .mapToInt(Number::intValue)
                .sum();
    }

    private static int foundInAll() {
        return given().get("/api/reports/districts?parent=" + YEARS)
                .then()
                .statusCode(200)
                .extract()
                .path("total.found");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(district))).isPositive();
        }
    }

    private static JsonPath reconcile() {
        return reconcile(UUID.randomUUID().toString());
    }

    private static JsonPath reconcile(String key) {
        return given().header("Idempotency-Key", key)
                .post("/api/reports/reconcile")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Those of this test's districts; other tests' hazards go on changing. */
    private List<String> differences(JsonPath outcome) {
        return outcome.<java.util.Map<String, String>>getList("differences").stream()
                .filter(wrong -> String.valueOf(wrong.get("districtCode")).startsWith(district))
                .map(wrong -> wrong.get("districtCode") + " " + wrong.get("foundOn") + " " + wrong.get("measure"))
                .toList();
    }
}
