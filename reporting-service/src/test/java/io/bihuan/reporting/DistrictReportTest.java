package io.bihuan.reporting;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Report;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DistrictReportTest extends RealPartsTest {

    private static final String REPORT = "/api/reports/districts";

    private final String province = Kept.freshDistrict();

    @Test
    void figuresRollUpByCodePrefixAndAddUpToTheTotal() {
        topics.send(
                Event.ofDistrict(province, 1, "某省"),
                Event.ofDistrict(province + "01", 1, "甲市"),
                Event.ofDistrict(province + "0102", 1, "甲市东区"),
                Event.ofDistrict(province + "02", 1, "乙市"));
        for (String code : new String[] {"", "01", "0102", "02"}) {
            kept.awaitDistrict(province + code, 1);
        }
        tell(
                found(province),
                found(province + "01"),
                found(province + "0102"),
                found(province + "0102003"),
                found(province + "0104"),
                found(province + "0301"));

        Report parts = Report.of(province);
        assertThat(parts.codes()).isEqualTo("%1$s %1$s01 %1$s02 %1$s0301".formatted(province));
        assertThat(parts.item(province)).containsEntry("found", 1).containsEntry("name", "某省");
        assertThat(parts.item(province + "01")).containsEntry("found", 4).containsEntry("name", "甲市");
        assertThat(parts.item(province + "02"))
                .containsEntry("found", 0)
                .containsEntry("name", "乙市")
                .containsEntry("closureRate", null);
        assertThat(parts.item(province + "0301")).containsEntry("found", 1).containsEntry("name", null);
        assertThat(parts.total("found")).isEqualTo(6);

        Report city = Report.of(province + "01");
        assertThat(city.codes()).isEqualTo("%1$s01 %1$s0102 %1$s0104".formatted(province));
        assertThat(city.item(province + "0102")).containsEntry("found", 2);
        assertThat(city.total("found")).isEqualTo(4);
    }

    @Test
    void withoutAParentTheTopOfTheRegisterIsAnswered() {
        topics.send(Event.ofDistrict(province, 1, "某省"), Event.ofDistrict(province + "01", 1, "甲市"));
        kept.awaitDistrict(province + "01", 1);
        tell(found(province + "01"));
        when().get(REPORT)
                .then()
                .statusCode(200)
                .body("items.find { it.districtCode == '%s' }.found".formatted(province), org.hamcrest.Matchers.is(1))
                .body("items.districtCode", org.hamcrest.Matchers.not(hasItem(province + "01")));
    }

    @Test
    void whereThereIsNothingToDivideARateIsNull() {
        topics.send(Event.ofDistrict(province, 1, "某省"));
        kept.awaitDistrict(province, 1);
        Report nothing = Report.of(province);
        assertThat(nothing.codes()).isEmpty();
        assertThat(nothing.total()).containsEntry("found", 0);
        for (String measure : new String[] {
            "rectificationRate", "closureRate", "onTimeRate", "meanDaysToClose", "medianDaysToClose", "p90DaysToClose"
        }) {
            assertThat(nothing.total()).containsEntry(measure, null);
        }
    }

    @Test
    void quantilesAreExactAndOverAllHazardsOfTheTotal() {
        tell(IntStream.rangeClosed(1, 10)
                .mapToObj(days -> Life.in(province + (days < 4 ? "01" : "02"))
                        .found("2026-05-01T01:00:00Z")
                        .closed("2026-05-%02dT01:00:00Z".formatted(1 + days)))
                .toList());
        Report report = Report.of(province);
        assertThat(report.exact("medianDaysToClose")).isEqualTo("5.5");
        assertThat(report.exact("p90DaysToClose")).isEqualTo("9.1");
        assertThat(report.exact("meanDaysToClose")).isEqualTo("5.5");
        assertThat(report.item(province + "01").get("medianDaysToClose")).hasToString("2.0");
        assertThat(report.item(province + "02").get("medianDaysToClose")).hasToString("7.0");
    }

    @Test
    void anyPastMomentIsAnsweredAsThingsStoodThen() {
        tell(Life.in(province + "01")
                .found("2026-05-01T01:00:00Z")
                .assigned("2026-05-02T01:00:00Z", "2026-05-04T16:00:00Z")
                .transferred("2026-05-06T01:00:00Z", province + "02")
                .rectified("2026-05-07T01:00:00Z")
                .closed("2026-05-08T01:00:00Z"));
        assertThat(Report.of(province, "asOf", "2026-05-01T08:59:59+08:00").total("found"))
                .isZero();
        assertThat(Report.of(province, "asOf", "2026-05-01T09:00:00+08:00").total("found"))
                .isOne();
        Report due = Report.of(province, "asOf", "2026-05-05T00:00:00+08:00");
        assertThat(due.codes()).isEqualTo(province + "01");
        assertThat(due.total("overdueNow")).isZero();
        assertThat(Report.of(province, "asOf", "2026-05-05T00:00:00.000001+08:00")
                        .total("overdueNow"))
                .isOne();
        Report transferred = Report.of(province, "asOf", "2026-05-06");
        assertThat(transferred.codes()).isEqualTo(province + "02");
        assertThat(transferred.total("closed")).isZero();
        assertThat(Report.of(province, "asOf", "2026-05-08").total("closed")).isOne();
        assertThat(Report.of(province).total("overdueEver")).isOne();
    }

    @Test
    void theDueDayItselfIsNotOverdueAndTheClockDecidesWhatNowIs() {
        tell(Life.in(province).found("2026-08-01T01:00:00Z").assigned("2026-08-01T01:00:00Z", "2026-08-08T16:00:00Z"));
        clock.set("2026-08-08T16:00:00Z");
        Report onTheDay = Report.of(province);
        assertThat(onTheDay.total("overdueNow")).isZero();
        assertThat(onTheDay.text("asOf")).isEqualTo("2026-08-09T00:00:00+08:00");
        clock.set("2026-08-08T16:00:01Z");
        assertThat(Report.of(province).total("overdueNow")).isOne();
    }

    @Test
    void aPeriodOfDatesIncludesBothDaysAndOneOfInstantsExcludesItsEnd() {
        tell(
                Life.in(province).found("2026-04-30T15:59:59.999999Z"),
                Life.in(province).found("2026-04-30T16:00:00Z"),
                Life.in(province).found("2026-05-31T15:59:59.999999Z"),
                Life.in(province).found("2026-05-31T16:00:00Z"));
        Report may = Report.of(province, "from", "2026-05-01", "to", "2026-05-31");
        assertThat(may.total("found")).isEqualTo(2);
        assertThat(may.text("from")).isEqualTo("2026-05-01T00:00:00+08:00");
        assertThat(may.text("to")).isEqualTo("2026-06-01T00:00:00+08:00");
        assertThat(Report.of(province, "from", "2026-04-30T16:00:00Z", "to", "2026-05-31T16:00:00Z")
                        .total("found"))
                .isEqualTo(2);
        assertThat(Report.of(province, "from", "", "to", "").total("found")).isEqualTo(4);
        assertThat(Report.of(province, "to", "2026-05-01T00:00:00+08:00").text("from"))
                .isNull();
    }

    @Test
    void gradeCategoryAndSourceNarrowTogether() {
        tell(
                Life.in(province).being("MAJOR", "PIPELINE", "EXPERT").found("2026-05-01T01:00:00Z"),
                Life.in(province).being("MAJOR", "PIPELINE", "CITIZEN").found("2026-05-01T01:00:00Z"),
                Life.in(province).being("MAJOR", "STATION", "EXPERT").found("2026-05-01T01:00:00Z"),
                Life.in(province).being("MINOR", "PIPELINE", "EXPERT").found("2026-05-01T01:00:00Z"));
        assertThat(Report.of(province, "grade", "MAJOR").total("found")).isEqualTo(3);
        assertThat(Report.of(province, "grade", "MAJOR", "category", "PIPELINE").total("found"))
                .isEqualTo(2);
        assertThat(Report.of(province, "grade", "MAJOR", "category", "PIPELINE", "source", "EXPERT")
                        .total("found"))
                .isOne();
    }

    @Test
    void anUnchangedReportIsNotSentAgain() {
        tell(found(province));
        String tag = given().queryParam("parent", province)
                .get(REPORT)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-cache"))
                .extract()
                .header("ETag");
        assertThat(tag).startsWith("W/\"");
        clock.set("2026-09-01T00:00:00Z");
        given().queryParam("parent", province)
                .header("If-None-Match", tag)
                .get(REPORT)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        tell(found(province));
        given().queryParam("parent", province)
                .header("If-None-Match", tag)
                .get(REPORT)
                .then()
                .statusCode(200);
    }

    private static Life found(String district) {
        return Life.in(district).found("2026-05-01T01:00:00Z");
    }
}
