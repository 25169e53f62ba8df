package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.CaseCategory;
import io.bihuan.hazard.casework.CaseKind;
import io.bihuan.hazard.casework.RoutingRule;
import io.bihuan.hazard.rest.NotBlankIfGiven;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/routing-rules}. */
@Schema(
        name = "RoutingRules",
        description = "The rules that route cases; the most specific that applies wins, of several the first",
        examples = """
                {"rules": [{"category": "PRICE", "to": {"department": "市场监管部门"}},
                           {"category": "HEAT_SUPPLY", "district": "6301", "to": {"department": "西宁市供热企业"}}]}""")
record RoutingRulesRequest(@NotNull @Size(max = 500) List<@NotNull @Valid Rule> rules) {

    /** A rule; what it leaves out applies to all. */
    @Schema(name = "RoutingRule", description = "What it leaves out applies to all")
    record Rule(
            @Nullable CaseCategory category,
            @Nullable CaseKind kind,

            @Size(max = 12) @NotBlankIfGiven @Schema(description = "A district on file, and all below it") @Nullable
            String district,

            @NotNull @Valid AssigneeRequest to) {

        RoutingRule rule() {
            return new RoutingRule(category, kind, district, to.assignee());
        }

        static Rule of(RoutingRule rule) {
            return new Rule(rule.category(), rule.kind(), rule.district(), AssigneeRequest.of(rule.to()));
        }
    }

    List<RoutingRule> list() {
        return rules.stream().map(Rule::rule).toList();
    }
}
