package io.bihuan.hazard.intake;

import static io.bihuan.hazard.intake.Ledgers.BY_DATES;
import static io.bihuan.hazard.intake.Ledgers.ROW;
import static io.bihuan.hazard.intake.Ledgers.faults;
import static io.bihuan.hazard.intake.Ledgers.life;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.handling.Assignment;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.handling.Term;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifeReaderTest {

    @Test
    void aRowIsAFoundHazardAndItsStepsWithTheirOwnTimes() {
        Unit unit = new Unit(null, "某餐馆");

        assertThat(life(ROW))
                .isEqualTo(new PastLife(
                        Instant.parse("2026-05-03T02:15:00Z"),
                        new Finding(
                                "630102",
                                Grade.SERIOUS,
                                Category.COMMERCIAL_USE,
                                Source.SELF_CHECK,
                                new Found(
                                        "未装报警器", null, null, null, null, null, null, null, "1", "城东台账", null, null,
                                        null, unit)),
                        java.util.List.of(
                                new PastStep.Assigned(
                                        Instant.parse("2026-05-03T16:00:01Z"),
                                        new Assignment(
                                                unit,
                                                new Responsible("餐馆负责人", "13900000000"),
                                                Term.until(Instant.parse("2026-05-10T16:00:00Z")),
                                                null,
                                                new BigDecimal("3200.50"),
                                                null,
                                                null)),
                                new PastStep.Rectified(Instant.parse("2026-05-07T16:00:01Z"), "已安装", null),
                                new PastStep.Closed(Instant.parse("2026-05-08T16:00:01Z"), "复查合格", null, null))));
    }

    @Test
    void aDeadlinesDayEndsAt24WhereAStepsDayBeginsAt0AndATimeOfDayIsTakenAsItIs() {
        PastStep assigned = life(ROW).steps().get(0);
        assertThat(assigned.at()).isEqualTo("2026-05-03T16:00:01Z");
        assertThat(assigned.dueAt()).isEqualTo("2026-05-10T16:00:00Z");

        PastStep exact =
                life(ROW.replace("2026-05-10", "2026-05-10 18:30")).steps().get(0);
        assertThat(exact.dueAt()).isEqualTo("2026-05-10T10:30:00Z");
    }

    @Test
    void aDayIsThatOfTheMappingsZoneAlsoWhenItsClocksChange() {
        String newYork = BY_DATES.replace("Asia/Shanghai", "America/New_York");

        PastStep assigned = life(
                        newYork,
                        ROW.replace("2026-05-03 10:15", "2026-03-06")
                                .replace("2026-05-04", "2026-03-07")
                                .replace("2026-05-10", "2026-03-08"))
                .steps()
                .get(0);

        assertThat(assigned.at()).isEqualTo("2026-03-07T05:00:01Z");
        assertThat(assigned.dueAt()).isEqualTo("2026-03-09T04:00:00Z");
    }

    @Test
    void aTimeWithItsOwnOffsetNeedsNoZone() {
        String offset = BY_DATES.replace("yyyy-MM-dd HH:mm,", "\"yyyy-MM-dd'T'HH:mmXXX\",");

        assertThat(life(offset, ROW.replace("2026-05-03 10:15", "2026-05-03T10:15+09:00"))
                        .foundAt())
                .isEqualTo("2026-05-03T01:15:00Z");
    }

    @Test
    void aDayThatTheCalendarLacksIsNoDate() {
        assertThat(faults(() -> life(ROW.replace("2026-05-10", "2026-02-29"))))
                .containsExactly("assigned.dueAt import.date 2026-02-29 | yyyy-MM-dd HH:mm / yyyy-MM-dd | 期限");
    }

    @Test
    void stepsWithoutADateHaveNotHappenedYet() {
        assertThat(life("1,2026-05-03,,未装报警器,,,,,,,,,").steps()).isEmpty();
        assertThat(life("1,2026-05-03,,未装报警器,某餐馆,2026-05-04,2026-05-10,,,,,,").steps())
                .extracting(PastStep::deed)
                .containsExactly(Deed.ASSIGNED);
    }

    @Test
    void aGapInALifeIsAnError() {
        assertThat(faults(() -> life(ROW.replace("2026-05-08", ""))))
                .containsExactly("life import.order closed | assigned");
    }

    @Test
    void withoutADeadlineThePolicyDatesTheHazard() {
        assertThat(life(ROW.replace("2026-05-10", "")).steps().get(0).dueAt()).isNull();
    }

    @Test
    void theStatusOfARowStandsForItsSteps() {
        assertThat(life(byStatus(), ROW.replace("餐馆负责人", "打回")).steps())
                .extracting(PastStep::deed, PastStep::at, PastStep::dueAt)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Deed.ASSIGNED,
                                Instant.parse("2026-05-03T16:00:01Z"),
                                Instant.parse("2026-05-10T16:00:00Z")),
                        org.assertj.core.groups.Tuple.tuple(
                                Deed.RECTIFIED, Instant.parse("2026-05-07T16:00:01Z"), null),
                        org.assertj.core.groups.Tuple.tuple(
                                Deed.RETURNED, Instant.parse("2026-05-08T16:00:01Z"), null));
        assertThat(life(byStatus(), ROW.replace("餐馆负责人", "")).steps()).isEmpty();
    }

    @Test
    void aStatusThatTheMappingDoesNotKnowIsAnError() {
        assertThat(faults(() -> life(byStatus(), ROW.replace("餐馆负责人", "挂起"))))
                .containsExactly("life import.code 挂起 | 责任人");
    }

    @Test
    void aStepThatTheStatusStandsForNeedsItsDate() {
        assertThat(faults(() -> life(byStatus(), ROW.replace("餐馆负责人", "打回").replace("2026-05-09", ""))))
                .containsExactly("returned.at import.empty 销号时间");
    }

    private static String byStatus() {
        return BY_DATES.replace(
                        "life: [assigned, rectified, closed]",
                        "life: {column: 责任人, codes: {\"\": [], 打回: [assigned, rectified, returned]}}")
                .replace("responsible: {name: 责任人, phone: 电话}", "measures: 整改情况")
                .replace("closed: {at: 销号时间, opinion", "returned: {at: 销号时间, reason");
    }

    @Test
    void aTimeMayBeTheFirstTheEarliestOrTheLatestOfSeveral() {
        assertThat(found("firstOf: [销号时间, 交办时间]")).isEqualTo("2026-05-08T16:00:01Z");
        assertThat(found("firstOf: [整改情况, 交办时间], empty: [已安装]")).isEqualTo("2026-05-03T16:00:01Z");
        assertThat(found("earliestOf: [整改时间, 交办时间, 销号时间]")).isEqualTo("2026-05-03T16:00:01Z");
        assertThat(found("latestOf: [交办时间, 销号时间, 整改时间]")).isEqualTo("2026-05-08T16:00:01Z");
    }

    private static Instant found(String at) {
        return life(
                        BY_DATES.replace("at: 发现时间", "at: {" + at + "}")
                                .replace("life: [assigned, rectified, closed]", "life: []"),
                        ROW)
                .foundAt();
    }

    @Test
    void aTextIsBuiltFromAColumnAConstantATemplateAJoinOrTheFirstThatIsFilled() {
        assertThat(described("{column: 单位}")).isEqualTo("某餐馆");
        assertThat(described("{value: 现场检查}")).isEqualTo("现场检查");
        assertThat(described("{text: \"{单位}：{问题}（$1）\"}")).isEqualTo("某餐馆：未装报警器（$1）");
        assertThat(described("{join: [单位, {value: 问题}, {column: 整改情况, empty: [已安装]}], with: \" / \"}"))
                .isEqualTo("某餐馆 / 问题");
        assertThat(described("{join: [单位, 问题]}")).isEqualTo("某餐馆 未装报警器");
        assertThat(described("{firstOf: [{column: 单位, empty: [某餐馆]}, {text: \"{问题}!\"}]}"))
                .isEqualTo("未装报警器!");
        assertThat(described("{text: \"单位 {单位}\", empty: [某餐馆], default: 无单位}")).isEqualTo("无单位");
        assertThat(described("{column: 等级, codes: {较大: 甲}}")).isEqualTo("甲");
    }

    private static String described(String value) {
        return life(BY_DATES.replace("description: 问题", "description: " + value), ROW)
                .finding()
                .found()
                .description();
    }

    @Test
    void anEmptyCodeIsTheDefaultAndAnUnknownOneAnErrorWithItsColumn() {
        assertThat(life(ROW.replace("较大", "")).finding().grade()).isEqualTo(Grade.GENERAL);
        assertThat(faults(() -> life(ROW.replace("较大", "特大")))).containsExactly("grade import.code 特大 | 等级");
    }

    @Test
    void aWordFromTheFileItselfMustBeOneThatTheFieldKnows() {
        String plain = BY_DATES.replace("{column: 等级, codes: {较大: SERIOUS, 一般: GENERAL}, default: GENERAL}", "等级");

        assertThat(life(plain, ROW.replace("较大", "MINOR")).finding().grade()).isEqualTo(Grade.MINOR);
        assertThat(faults(() -> life(plain, ROW)))
                .containsExactly("grade oneOf 较大 | MAJOR, SERIOUS, GENERAL, MINOR | 等级");
    }

    @Test
    void everythingThatIsWrongWithARowIsSaidAtOnce() {
        assertThat(faults(() -> life(",2026-05-03,特大,,某餐馆,昨天,2026-05-10,,110,很多,,,")))
                .containsExactlyInAnyOrder(
                        "externalNumber import.empty 编号",
                        "grade import.code 特大 | 等级",
                        "description import.empty 问题",
                        "assigned.at import.date 昨天 | yyyy-MM-dd HH:mm / yyyy-MM-dd | 交办时间");
        assertThat(faults(() -> life(ROW.replace("139 0000 0000", "110").replace("3200.5", "-1"))))
                .containsExactlyInAnyOrder(
                        "assigned.responsible.phone import.phone 110 | 电话",
                        "assigned.funds import.range -1 | 0 | 999999999999.99 | 资金");
        assertThat(faults(() -> life(ROW.replace("3200.5", "很多"))))
                .containsExactly("assigned.funds import.number 很多 | 资金");
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsAnError() {
        assertThat(faults(() -> life(ROW + ",x"))).containsExactly("row import.fields 14 | 13");
        assertThat(faults(() -> life("1,2026-05-03"))).containsExactly("row import.fields 2 | 13");
    }

    @Test
    void aTextIsNotLongerThanItsFieldAndHasNoControlCharacters() {
        assertThat(life(ROW.replace("未装报警器", "燃".repeat(4000)))
                        .finding()
                        .found()
                        .description())
                .hasSize(4000);
        assertThat(faults(() -> life(ROW.replace("未装报警器", "燃".repeat(4001)))))
                .containsExactly("description import.length 4001 | 4000 | 问题");
        assertThat(faults(() -> life(ROW.replace("未装", "未\u0001装"))))
                .containsExactly("description import.controlCharacter 问题");
    }

    @Test
    void timeRunsForwardInALife() {
        assertThat(faults(() -> life(ROW.replace("2026-05-08", "2026-05-03"))))
                .containsExactly("rectified.at import.early 2026-05-02T16:00:01Z | assigned | 2026-05-03T16:00:01Z");
        assertThat(faults(() -> life(ROW.replace("2026-05-04", "2026-05-03"))))
                .containsExactly("assigned.at import.early 2026-05-02T16:00:01Z | found | 2026-05-03T02:15:00Z");
    }

    @Test
    void nothingHappenedInTheFutureButADeadlineMayLieThere() {
        assertThat(life(ROW.replace("2026-05-10", "2027-01-01")).steps().get(0).dueAt())
                .isEqualTo("2027-01-01T16:00:00Z");
        assertThat(faults(() -> life(ROW.replace("2026-05-09", "2026-05-21"))))
                .containsExactly("closed.at import.future 2026-05-20T16:00:01Z");
        assertThat(faults(() -> life("1,2026-05-21,,未装报警器,,,,,,,,,")))
                .containsExactly("foundAt import.future 2026-05-20T16:00:01Z");
    }

    @Test
    void whatIsRectifiedOnTheDueDayIsOnTimeAndTheDayAfterLate() {
        Instant due = Instant.parse("2026-05-08T16:00:00Z");
        String dueOnThe8th = ROW.replace("2026-05-10", "2026-05-08");

        assertThat(life(dueOnThe8th).steps().get(0).dueAt()).isEqualTo(due);
        assertThat(life(dueOnThe8th).steps().get(1).at()).isBefore(due);
        assertThat(life(dueOnThe8th.replace("2026-05-08,已安装", "2026-05-09,已安装"))
                        .steps()
                        .get(1)
                        .at())
                .isAfter(due);
    }

    @Test
    void aDeadlineLiesAfterItsStep() {
        assertThat(life(ROW.replace("2026-05-10", "2026-05-04")).steps().get(0).dueAt())
                .isEqualTo("2026-05-04T16:00:00Z");
        assertThat(faults(() -> life(ROW.replace("2026-05-10", "2026-05-03"))))
                .containsExactly("assigned.dueAt import.due 2026-05-03T16:00:00Z | 2026-05-03T16:00:01Z");
    }

    @Test
    void anAssignmentNeedsAUnitAndAPhoneItsOwner() {
        assertThat(faults(() -> life(ROW.replace("某餐馆", "")))).containsExactly("unit import.unassigned");
        assertThat(faults(() -> life(ROW.replace("餐馆负责人", ""))))
                .containsExactly("assigned.responsible.name import.nameless");
    }

    @Test
    void aPlaceHasBothCoordinatesInDegreesRoundedToSixDecimals() {
        String placed = BY_DATES.replace("unit: {name", "location: {lat: 责任人, lon: 资金}\n  unit: {name")
                .replace("    responsible: {name: 责任人, phone: 电话}\n    funds: 资金\n", "");

        assertThat(location(placed, "36.61711149", "101.7982"))
                .isEqualTo(new Location(new BigDecimal("36.617111"), new BigDecimal("101.798200")));
        assertThat(location(placed, "", "")).isNull();
        assertThat(faults(() -> location(placed, "36.6", ""))).containsExactly("location import.halfLocation");
        assertThat(faults(() -> location(placed, "91", "0")))
                .containsExactly("location.lat import.range 91 | -90 | 90 | 责任人");
    }

    private static @org.jspecify.annotations.Nullable Location location(String mapping, String lat, String lon) {
        return life(mapping, ROW.replace("餐馆负责人", lat).replace("3200.5", lon))
                .finding()
                .found()
                .location();
    }
}
