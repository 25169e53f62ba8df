package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.reporting.testing.Activity;
import io.bihuan.reporting.testing.Activity.InspectionTold;
import io.bihuan.reporting.testing.Activity.SiteTold;
import io.bihuan.reporting.testing.Asked;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CoverageReportTest extends RealPartsTest {

    private static final String APRIL = "2026-04-01T01:00:00Z";

    private final String city = Kept.freshDistrict();

    @Test
    void aDistrictsPartsAreThoseOfTheDistrictReportAndAddUpToTheTotal() {
        for (String end : new String[] {"", "01", "02"}) {
            topics.send(Event.ofDistrict(city + end, 1, "区划" + end));
            kept.awaitDistrict(city + end, 1);
        }
        tellSites(
                site("A", "RESTAURANT", "01001", APRIL),
                site("B", "RESTAURANT", "01", APRIL),
                site("C", "SCHOOL", "0301", APRIL),
                site("D", "SCHOOL", "", APRIL));
        tellInspections(inspection("A", "RESTAURANT", "01001", "2026-05-03T02:00:00Z"));

        JsonNode report = Asked.of("coverage", "parent", city);
        assertThat(report.findValuesAsText("districtCode"))
                .containsExactly(city, city + "01", city + "02", city + "0301");
        assertThat(report.at("/items/1/name").asText()).isEqualTo("区划01");
        assertThat(report.at("/items/1/sites").asInt()).isEqualTo(2);
        assertThat(report.at("/items/1/coverageRate").asText()).isEqualTo("0.5000");
        assertThat(report.at("/items/2/sites").asInt()).isZero();
        assertThat(report.at("/items/2/coverageRate").isNull()).isTrue();
        assertThat(report.at("/items/3/name").isNull()).isTrue();
        assertThat(report.at("/total/sites").asInt()).isEqualTo(4);
        assertThat(report.at("/total/coverageRate").asText()).isEqualTo("0.2500");
    }

    @Test
    void aSiteCountsWhileItIsOnFileWhereItLiesThenAndAsWhatItIsThen() {
        tellSites(
                site("A", "RESTAURANT", "01", APRIL),
                new SiteTold(city + "A", 2, "SCHOOL", city + "02", null, true, Instant.parse("2026-05-01T00:00:00Z")),
                new SiteTold(city + "A", 3, "SCHOOL", city + "02", null, false, Instant.parse("2026-06-01T00:00:00Z")),
                new SiteTold(city + "A", 4, "SCHOOL", city + "02", null, true, Instant.parse("2026-06-05T00:00:00Z")));
        assertThat(sites("2026-04-01T00:59:59.999999Z")).isEmpty();
        assertThat(sites("2026-04-01T01:00:00Z")).isEqualTo(city + "01:1");
        assertThat(sites("2026-04-30T23:59:59.999999Z")).isEqualTo(city + "01:1");
        assertThat(sites("2026-05-01T00:00:00Z")).isEqualTo(city + "02:1");
        assertThat(sites("2026-06-01T00:00:00Z")).isEmpty();
        assertThat(sites("2026-06-05T00:00:00Z")).isEqualTo(city + "02:1");
        assertThat(total("sites", "kind", "RESTAURANT", "asOf", "2026-04-30")).isEqualTo("1");
        assertThat(total("sites", "kind", "RESTAURANT", "asOf", "2026-05-02")).isEqualTo("0");
        assertThat(total("sites", "kind", "SCHOOL", "asOf", "2026-05-02")).isEqualTo("1");
    }

    @Test
    void aSiteInspectedTwiceIsCoveredOnceAndOnlyByInspectionsOfThePeriodAndByThen() {
        tellSites(site("A", "RESTAURANT", "01", APRIL), site("B", "RESTAURANT", "01", APRIL));
        tellInspections(
                inspection("A", "RESTAURANT", "01", "2026-05-03T02:00:00Z"),
                inspection("A", "RESTAURANT", "01", "2026-05-03T02:00:00Z"),
                inspection("B", "RESTAURANT", "01", "2026-05-31T16:00:00Z"));
        assertThat(total("inspectedSites", "from", "2026-05-01", "to", "2026-05-31"))
                .isEqualTo("1");
        assertThat(total("inspections", "from", "2026-05-01", "to", "2026-05-31"))
                .isEqualTo("2");
        assertThat(total("inspectedSites", "from", "2026-05-01", "to", "2026-06-01"))
                .isEqualTo("2");
        assertThat(total("inspectedSites", "from", "2026-05-04")).isEqualTo("1");
        assertThat(total("inspectedSites", "asOf", "2026-05-03T01:59:59.999999Z"))
                .isEqualTo("0");
        assertThat(total("inspectedSites", "asOf", "2026-05-03T02:00:00Z")).isEqualTo("1");
    }

    @Test
    void aSiteThatWasInspectedAndClosedSinceIsNotCoveredAndItsInspectionStillCounts() {
        tellSites(
                site("A", "RESTAURANT", "01", APRIL),
                new SiteTold(
                        city + "A", 2, "RESTAURANT", city + "01", null, false, Instant.parse("2026-05-20T00:00:00Z")));
        tellInspections(inspection("A", "RESTAURANT", "01", "2026-05-03T02:00:00Z"));
        assertThat(total("inspectedSites")).isEqualTo("0");
        assertThat(total("coverageRate")).isEqualTo("null");
        assertThat(total("inspections")).isEqualTo("1");
        assertThat(total("coverageRate", "asOf", "2026-05-19")).isEqualTo("1.0000");
    }

    @Test
    void aUnitWithSitesInTwoPartsCountsInEachAndOnceInTheTotal() {
        Instant april = Instant.parse(APRIL);
        tellSites(
                new SiteTold(city + "A", 1, "RESTAURANT", city + "01", city + "U", true, april),
                new SiteTold(city + "B", 1, "RESTAURANT", city + "02", city + "U", true, april),
                new SiteTold(city + "C", 1, "RESTAURANT", city + "02", city + "V", true, april),
                site("D", "RESTAURANT", "02", APRIL));
        tellInspections(
                inspection("A", "RESTAURANT", "01", "2026-05-03T02:00:00Z"),
                inspection("B", "RESTAURANT", "02", "2026-05-03T02:00:00Z"),
                inspection("C", "RESTAURANT", "02", "2026-05-03T02:00:00Z"),
                inspection("D", "RESTAURANT", "02", "2026-05-03T02:00:00Z"));
        JsonNode report = Asked.of("coverage", "parent", city);
        assertThat(report.at("/items/0/inspectedUnits").asInt()).isOne();
        assertThat(report.at("/items/1/inspectedUnits").asInt()).isEqualTo(2);
        assertThat(report.at("/total/inspectedUnits").asInt()).isEqualTo(2);
    }

    @Test
    void whatWentOverIntoAnotherDistrictCountsThereFromThenOnAndAsOfBeforeItDoesNot() {
        for (String end : new String[] {"", "01", "01001", "02", "02009"}) {
            topics.send(Event.ofDistrict(city + end, 1, "区划" + end));
            kept.awaitDistrict(city + end, 1);
        }
        tellSites(
                site("A", "RESTAURANT", "01001", APRIL),
                site("B", "RESTAURANT", "02", APRIL),
                site("C", "RESTAURANT", "01", APRIL));
        tellInspections(
                inspection("A", "RESTAURANT", "01001", "2026-05-03T02:00:00Z"),
                inspection("A", "RESTAURANT", "01001", "2026-06-03T02:00:00Z"));
        topics.send(Event.ofMove(city + "01001", 2, city + "02009", "2026-05-31T16:00:00Z"));
        kept.awaitMove(city + "01001");

        JsonNode before = Asked.of("coverage", "parent", city, "asOf", "2026-05-31");
        assertThat(Asked.measures(before).get(city + "01"))
                .containsEntry("sites", "2")
                .containsEntry("inspections", "1");
        assertThat(Asked.measures(before).get(city + "02"))
                .containsEntry("sites", "1")
                .containsEntry("inspections", "0");
        JsonNode after = Asked.of("coverage", "parent", city, "asOf", "2026-06-04");
        assertThat(Asked.measures(after).get(city + "01"))
                .containsEntry("sites", "1")
                .containsEntry("inspections", "0");
        assertThat(Asked.measures(after).get(city + "02"))
                .containsEntry("sites", "2")
                .containsEntry("inspections", "2");
        JsonNode county = Asked.of("coverage", "parent", city + "02", "asOf", "2026-06-04");
        assertThat(Asked.measures(county).get(city + "02009")).containsEntry("coverageRate", "1.0000");
        assertThat(county.at("/total/sites").asInt()).isEqualTo(2);
        assertThat(Asked.of("coverage", "parent", city + "01", "asOf", "2026-06-04")
                        .at("/total/sites")
                        .asInt())
                .isOne();
        assertThat(Asked.of("coverage", "parent", city + "02009", "asOf", "2026-06-04")
                        .at("/total/inspections")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anUnchangedReportIsNotSentAgainAndAnEventChangesIt() {
        tellSites(site("A", "RESTAURANT", "01", APRIL));
        String tag = given().queryParam("parent", city)
                .get("/api/reports/coverage")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-cache"))
                .extract()
                .header("ETag");
        assertThat(tag).startsWith("W/\"");
        given().queryParam("parent", city)
                .header("If-None-Match", tag)
                .get("/api/reports/coverage")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        tellInspections(inspection("A", "RESTAURANT", "01", "2026-05-03T02:00:00Z"));
        given().queryParam("parent", city)
                .header("If-None-Match", tag)
                .get("/api/reports/coverage")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsWrongIsNamedAndWhatIsNotThereNotFound() {
        given().queryParam("kind", "CASTLE")
                .queryParam("campaign", "\u0000")
                .queryParam("grade", "MAJOR")
                .get("/api/reports/coverage")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("grade", "campaign", "kind")));
        given().queryParam("audience", "CATS")
                .get("/api/reports/trainings")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("audience")));
        given().queryParam("limit", "501")
                .get("/api/reports/campaigns")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("limit")));
        for (String path : new String[] {"coverage", "trainings"}) {
            given().queryParam("campaign", "NONE-1999")
                    .header("Accept-Language", "en")
                    .get("/api/reports/" + path)
                    .then()
                    .statusCode(404)
                    .body("detail", is("There is no campaign NONE-1999 on file"));
        }
        given().get("/api/reports/campaigns/NONE-1999")
                .then()
                .statusCode(404)
                .body("detail", is("登记册中没有专项行动 NONE-1999"));
        for (String path : new String[] {"coverage", "trainings", "national-form"}) {
            given().queryParam("period", "2026-W99")
                    .get("/api/reports/" + path)
                    .then()
                    .statusCode(400)
                    .body("violations.field", is(List.of("period")));
            given().queryParam("parent", city)
                    .get("/api/reports/" + path)
                    .then()
                    .statusCode(404)
                    .body("detail", containsString(city));
        }
    }

    private String sites(String asOf) {
        List<String> sites = new ArrayList<>();
        Asked.of("coverage", "parent", city, "asOf", asOf)
                .required("items")
                .forEach(item -> sites.add(item.required("districtCode").asText() + ":"
                        + item.required("sites").asText()));
        sites.removeIf(site -> site.endsWith(":0"));
        return String.join(" ", sites);
    }

    private String total(String measure, String... query) {
        List<String> all = new ArrayList<>(List.of("parent", city));
        all.addAll(List.of(query));
        return Asked.of("coverage", all.toArray(String[]::new))
                .required("total")
                .required(measure)
                .asText();
    }

    private SiteTold site(String code, String kind, String end, String at) {
        return Activity.site(city + code, 1, kind, city + end, at);
    }

    private InspectionTold inspection(String site, String kind, String end, String at) {
        return InspectionTold.clean(city + site, kind, city + end, at);
    }

    private void tellSites(SiteTold... sites) {
        // A district that has nothing yet is not known; its first site makes it so.
        topics.send(Stream.of(sites).map(SiteTold::event).toList());
        kept.awaitSites(List.of(sites));
    }

    private void tellInspections(InspectionTold... inspections) {
        topics.send(Stream.of(inspections).map(InspectionTold::event).toList());
        kept.awaitInspections(List.of(inspections));
    }
}
