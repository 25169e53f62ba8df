package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.reporting.testing.Activity;
import io.bihuan.reporting.testing.Activity.CampaignTold;
import io.bihuan.reporting.testing.Activity.InspectionTold;
import io.bihuan.reporting.testing.Activity.PhaseTold;
import io.bihuan.reporting.testing.Activity.SiteTold;
import io.bihuan.reporting.testing.Asked;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignReportTest extends RealPartsTest {

    private final String city = Kept.freshDistrict();
    private final String code = "GAS-" + city;

    @Test
    void aPhaseIsTheOneWhoseLocalDaysIncludeTheMoment() {
        file(plan(1, city));
        assertThat(phase("2026-04-30T15:59:59Z")).isEqualTo("null");
        assertThat(phase("2026-04-30T16:00:00Z")).isEqualTo("SELF_CHECK");
        assertThat(phase("2026-05-10T15:59:59Z")).isEqualTo("SELF_CHECK");
        assertThat(phase("2026-05-10T16:00:00Z")).isEqualTo("null");
        assertThat(phase("2026-05-20")).isEqualTo("LOOK_BACK");
        assertThat(phase("2026-06-01")).isEqualTo("null");
    }

    @Test
    void theLatestPlanHoldsWhateverTheOrderInWhichTheyCome() {
        file(plan(3, city + "02"));
        topics.send(plan(2, city + "01").event(), plan(1, city).event());
        CampaignTold after = new CampaignTold("Z" + code, 1, List.of(city), List.of("SCHOOL"), "1", "1", phases());
        file(after);
        given().get("/api/reports/campaigns/" + code)
                .then()
                .statusCode(200)
                .body("campaign.name", is("专项行动 3"))
                .body("campaign.districts", is(List.of(city + "02")));
    }

    @Test
    void eachDistrictIsAnItemAndOneWithinAnotherIsNotCountedTwice() {
        topics.send(Event.ofDistrict(city + "01", 1, "甲县"));
        kept.awaitDistrict(city + "01", 1);
        SiteTold within = Activity.site(city + "A", 1, "RESTAURANT", city + "01001", "2026-04-01T01:00:00Z");
        SiteTold beside = Activity.site(city + "B", 1, "RESTAURANT", city + "02", "2026-04-01T01:00:00Z");
        SiteTold otherKind = Activity.site(city + "C", 1, "STATION", city + "01", "2026-04-01T01:00:00Z");
        topics.send(Stream.of(within, beside, otherKind).map(SiteTold::event).toList());
        kept.awaitSites(List.of(within, beside, otherKind));
        InspectionTold under = InspectionTold.clean(within.code(), "RESTAURANT", city + "01001", "2026-05-02T02:00:00Z")
                .under(code);
        InspectionTold notUnder =
                InspectionTold.clean(beside.code(), "RESTAURANT", city + "02", "2026-05-02T02:00:00Z");
        topics.send(under.event(), notUnder.event());
        kept.awaitInspections(List.of(under, notUnder));
        tell(
                Life.in(city + "01001")
                        .under(code)
                        .found("2026-05-02T02:00:00Z")
                        .closed("2026-05-12T02:00:00Z"),
                Life.in(city + "02").under(code).found("2026-05-21T02:00:00Z"),
                Life.in(city + "02").under("OTHER").found("2026-05-02T02:00:00Z"),
                Life.in(city + "02").found("2026-05-02T02:00:00Z"));
        file(new CampaignTold(
                code, 1, List.of(city + "01", city, city + "0399"), List.of("RESTAURANT"), "0.5", "1", phases()));

        JsonNode inAll = Asked.of("campaigns/" + code).required("inAll");
        assertThat(inAll.findValuesAsText("districtCode")).containsExactly(city + "01", city, city + "0399");
        assertThat(inAll.at("/items/0/name").asText()).isEqualTo("甲县");
        assertThat(inAll.at("/items/0/coverageRate").asText()).isEqualTo("1.0000");
        assertThat(inAll.at("/items/2/name").isNull()).isTrue();
        assertThat(inAll.at("/items/2/coverageMet").isNull()).isTrue();
        assertThat(inAll.at("/total/sites").asInt()).isEqualTo(2);
        assertThat(inAll.at("/total/inspectedSites").asInt()).isOne();
        assertThat(inAll.at("/total/coverageMet").asBoolean()).isTrue();
        JsonNode coverage =
                Asked.of("coverage", "parent", city, "campaign", code).required("total");
        assertThat(coverage.required("sites").asInt()).isEqualTo(2);
        assertThat(coverage.required("coverageRate").asText()).isEqualTo("0.5000");
    }

    @Test
    void theListIsPagedByCodeAndSaysThePhaseOfEach() {
        CampaignTold first = plan(1, city);
        CampaignTold second = new CampaignTold(code + "-2", 1, List.of(city), List.of("SCHOOL"), "1", "1", phases());
        file(first);
        file(second);
        given().queryParam("cursor", code.substring(0, code.length() - 1))
                .queryParam("limit", 1)
                .queryParam("asOf", "2026-05-01")
                .get("/api/reports/campaigns")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].phase", is("SELF_CHECK"));
        given().queryParam("cursor", "\0")
                .get("/api/reports/campaigns")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("cursor")));
        given().queryParam("cursor", code)
                .queryParam("limit", 1)
                .queryParam("asOf", "2027-05-01")
                .get("/api/reports/campaigns")
                .then()
                .body("items.code", is(List.of(second.code())))
                .body("items[0].phase", nullValue());
    }

    @Test
    void anUnchangedCampaignIsNotSentAgainAndANewPlanIs() {
        file(plan(1, city));
        String path = "/api/reports/campaigns/" + code;
        String tag = given().get(path).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        file(plan(2, city));
        given().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    private String phase(String asOf) {
        return Asked.of("campaigns/" + code, "asOf", asOf).at("/campaign/phase").asText();
    }

    private CampaignTold plan(int version, String district) {
        return new CampaignTold(code, version, List.of(district), List.of("RESTAURANT"), "1", "0.95", phases());
    }

    private static List<PhaseTold> phases() {
        return List.of(
                new PhaseTold("SELF_CHECK", "2026-05-01", "2026-05-10"),
                new PhaseTold("LOOK_BACK", "2026-05-20", "2026-05-31"));
    }

    private void file(CampaignTold campaign) {
        topics.send(campaign.event());
        kept.awaitCampaign(campaign.code(), campaign.version());
    }
}
