package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.RoutingRules;
import io.bihuan.hazard.rest.cases.RoutingRulesRequest.Rule;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is in force, as clients see it. */
@Schema(
        name = "RoutingRulesInForce",
        description = "The rules that route cases; the most specific that applies wins, of several the first",
        examples = """
                {"version": 2, "recordedAt": "2026-05-03T02:00:00Z",
                 "rules": [{"category": "PRICE", "to": {"department": "市场监管部门"}},
                           {"category": "HEAT_SUPPLY", "district": "6301", "to": {"department": "西宁市供热企业"}}]}""")
record RoutingRulesView(
        @Schema(description = "Also the ETag") int version,

        @Schema(description = "When it was put in force") Instant recordedAt,
        List<Rule> rules) {

    static RoutingRulesView of(RoutingRules inForce) {
        return new RoutingRulesView(
                inForce.version(),
                inForce.recordedAt(),
                inForce.rules().stream().map(Rule::of).toList());
    }
}
