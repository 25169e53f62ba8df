package io.bihuan.stack.season;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A season as sheets that the product imports: the registers of units and sites, and the ledger 台账. A row of a ledger tells of one
 * rectification; so what went on after it was returned comes in two ledgers, one after the other.
 */
final class SeasonLedger {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final List<String> COLUMNS = List.of(
            "编号", "区划", "等级", "类别", "来源", "问题", "检查项", "对象", "单位代码", "单位", "检查人员", "见证人", "发现", "交办", "责任人", "电话", "措施",
            "资金", "应急预案", "管控", "整改", "整改情况", "整改人", "退回", "退回期限", "退回原因", "销号", "复查意见", "复查人", "审批人");

    private static final String MAPPING = """
            ledger: %1$s
            charset: UTF-8
            dates: {patterns: [yyyy-MM-dd HH:mm, yyyy-MM-dd], zone: Asia/Shanghai}
            found:
              at: 发现
              externalNumber: 编号
              districtCode: 区划
              grade: 等级
              category: 类别
              source: 来源
              description: 问题
              site: 对象
              checkItem: 检查项
              foundBy: 检查人员
              witness: 见证人
              campaign: {value: %1$s}
              unit: {code: 单位代码, name: 单位}
            life: [assigned, rectified, returned, closed]
            steps:
              assigned:
                at: 交办
                responsible: {name: 责任人, phone: 电话}
                measures: 措施
                funds: 资金
                contingencyPlan: 应急预案
                interimControls: 管控
              rectified: {at: 整改, description: 整改情况, rectifiedBy: 整改人}
              returned: {at: 退回, dueAt: 退回期限, reason: 退回原因}
              closed: {at: 销号, opinion: 复查意见, inspector: 复查人, approvedBy: 审批人}
            """;

    private final Season season;

    SeasonLedger(Season season) {
        this.season = season;
    }

    /** What the columns of both ledgers mean. */
    String mapping() {
        return MAPPING.formatted(season.which().code());
    }

    /** All hazards but those of the other two. */
    String others() {
        return ledger(hazard -> !hazard.wentOnAfterReturn(), false);
    }

    /** Those that were returned and then went on, up to the return. */
    String upToReturns() {
        return ledger(PastHazard::wentOnAfterReturn, false);
    }

    /** The same, as they went on. */
    String afterReturns() {
        return ledger(PastHazard::wentOnAfterReturn, true);
    }

    String units() {
        return sheet(
                List.of("code", "name", "kind", "districtCode", "contacts[0].name", "contacts[0].phone"),
                season.places().units().stream()
                        .map(unit -> List.of(
                                unit.code(),
                                unit.name(),
                                unit.kind(),
                                unit.district(),
                                Simulated.labelled(Unit.RESPONSIBLE),
                                unit.phone())));
    }

    String sites() {
        return sheet(
                List.of("code", "name", "kind", "districtCode", "unitCode", "address", "location.lat", "location.lon"),
                season.places().sites().stream()
                        .map(site -> List.of(
                                site.code(),
                                site.name(),
                                site.trade().siteKind(),
                                site.district(),
                                site.unit().code(),
                                site.address(),
                                "" + site.lat(),
                                "" + site.lon())));
    }

    private String ledger(Predicate<PastHazard> which, boolean afterReturn) {
        return sheet(COLUMNS, season.hazards().stream().filter(which).map(hazard -> row(hazard, afterReturn)));
    }

    private static List<String> row(PastHazard hazard, boolean afterReturn) {
        var finding = hazard.finding();
        boolean grave = finding.grade() == Grade.MAJOR || finding.grade() == Grade.SERIOUS;
        boolean returned = hazard.returnedAt() != null && !afterReturn;
        return List.of(
                hazard.number(),
                finding.site().district(),
                finding.grade().name(),
                finding.item().category(),
                finding.source(),
                finding.description(),
                finding.item().code(),
                finding.site().code(),
                finding.unit().code(),
                finding.unit().name(),
                finding.byCitizens() ? "" : "检查人员甲",
                finding.byCitizens() ? "" : Unit.RESPONSIBLE,
                time(hazard.foundAt()),
                time(hazard.assignedAt()),
                Unit.RESPONSIBLE,
                finding.unit().phone(),
                finding.trade().order(),
                grave ? "" + 1000 * (1 + Math.floorMod(hazard.number().hashCode(), 40)) : "",
                grave ? "停用故障设施，专人值守，备用气源或热源待命" : "",
                finding.grade() == Grade.MAJOR ? "整改期间停用，24 小时专人值守" : "",
                time(afterReturn ? hazard.rectifiedAgainAt() : hazard.rectifiedAt()),
                finding.trade().work(),
                Unit.RESPONSIBLE,
                returned ? time(hazard.returnedAt()) : "",
                returned ? "" + hazard.returnedUntil() : "",
                "整改不彻底，现场仍不符合要求",
                returned ? "" : time(hazard.closedAt()),
                "复查合格，同意销号",
                "检查人员乙",
                finding.grade() == Grade.MAJOR ? "区（县）专班负责人" : "");
    }

    private static String time(@Nullable LocalDateTime moment) {
        return moment == null ? "" : MINUTE.format(moment);
    }

    private static String sheet(List<String> header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows)
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }
}
