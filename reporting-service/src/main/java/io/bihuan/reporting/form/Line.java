package io.bihuan.reporting.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.statistics.Figures;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the form, in its columns' order; {@code docs/measures.md} defines them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "NationalFormFigures", description = "One line of the form")
public record Line(
        @Schema(description = "在册单位数: units on file at the moment")
        long units,

        @Schema(description = "检查单位数: units whose sites were inspected in the period, each once")
        long inspectedUnits,

        @Schema(description = "排查隐患数: hazards found in the period")
        long found,

        @Schema(description = "已整改数: of them, rectified or closed")
        long rectified,

        @Schema(description = "整改率: rectified ÷ found") @Nullable
        BigDecimal rectificationRate,

        @Schema(description = "重大隐患数: major hazards found in the period")
        long majorFound,

        @Schema(description = "重大隐患已整改数: of them, rectified or closed")
        long majorRectified,

        @Schema(description = "重大隐患整改率: majorRectified ÷ majorFound") @Nullable
        BigDecimal majorRectificationRate,

        @Schema(description = "列入治理计划数: of those found, ordered to be rectified and not yet")
        long planned,

        @Schema(description = "治理资金（万元）: what those orders cost, in units of 10,000 CNY")
        BigDecimal fundsInTenThousand,

        @Schema(description = "应急预案数: those orders with a contingency plan")
        long contingencyPlans,

        @Schema(description = "监控措施数: those orders with interim controls in place")
        long monitored) {

    private static final int TEN_THOUSAND = 4;

    static Line of(long units, long inspectedUnits, Figures all, Figures major) {
        return new Line(
                units,
                inspectedUnits,
                all.found(),
                all.rectified(),
                all.rectificationRate(),
                major.found(),
                major.rectified(),
                major.rectificationRate(),
                all.planned(),
                all.funds().movePointLeft(TEN_THOUSAND),
                all.contingencyPlans(),
                all.monitored());
    }
}
