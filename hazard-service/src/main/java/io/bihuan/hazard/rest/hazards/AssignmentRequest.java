package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.Assignment;
import io.bihuan.hazard.handling.Term;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/assignment}. */
@Schema(
        name = "Assignment",
        description = "An order to rectify 限期整改. Without dueAt and withinDays the policy dates it",
        examples = """
                {"unit": {"name": "城东区某餐馆"}, "responsible": {"name": "餐馆负责人", "phone": "13900000000"},
                 "withinDays": 7, "measures": "安装可燃气体报警器并与紧急切断阀联动", "funds": 3200.00,
                 "contingencyPlan": "停用燃气，改用电炊具"}""")
record AssignmentRequest(
        @NotNull @Valid UnitRequest unit,
        @NotNull @Valid PersonRequest responsible,

        @Schema(description = "In the future, at most ten years away") @Nullable
        Instant dueAt,

        @Min(0) @Max(3650) @Schema(description = "Local days after today; due at 24:00 of the last") @Nullable
        Integer withinDays,

        @NotBlank @Size(max = 2000) String measures,

        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Schema(description = "CNY") @Nullable
        BigDecimal funds,

        @Size(max = 2000) @Nullable String contingencyPlan,
        @Size(max = 2000) @Nullable String interimControls) {

    Assignment assignment(Times times) {
        return new Assignment(
                unit.unit(),
                responsible.person(),
                new Term(times.deadline("dueAt", dueAt), withinDays),
                measures,
                funds,
                contingencyPlan,
                interimControls);
    }
}
