package io.bihuan.hazard.rest.campaigns;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.campaign.Period;
import io.bihuan.hazard.campaign.Phase;
import io.bihuan.hazard.campaign.Plan;
import io.bihuan.hazard.campaign.Targets;
import io.bihuan.hazard.registers.SiteKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/campaigns} and {@code PUT /api/campaigns/{code}}. */
@Schema(name = "CampaignPlan", description = "A campaign 专项行动: when, where, what for", examples = """
                {"code": "GAS-2026", "name": "城镇燃气安全专项整治", "period": {"from": "2026-04-01", "to": "2026-12-31"},
                 "phases": [{"phase": "MOBILISE", "period": {"from": "2026-04-01", "to": "2026-04-15"}},
                            {"phase": "SELF_CHECK", "period": {"from": "2026-04-16", "to": "2026-05-31"}},
                            {"phase": "RECTIFY_TOGETHER", "period": {"from": "2026-06-01", "to": "2026-10-31"}},
                            {"phase": "LOOK_BACK", "period": {"from": "2026-11-01", "to": "2026-12-31"}}],
                 "districts": ["6301", "6302"], "siteKinds": ["RESTAURANT", "SCHOOL"],
                 "targets": {"coverage": 1, "closure": 0.95}}""")
record CampaignRequest(
        @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]{0,63}", message = "{campaign.code}")
        @Schema(description = "Letters, digits, dots and dashes; cannot be changed. Needed to register, not to change")
        @Nullable
        String code,

        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid Days period,

        @Schema(description = "In their order, inside the period, none overlapping; may be left out") @Nullable
        List<@NotNull @Valid PhaseDays> phases,

        @NotEmpty @Size(max = 500) @Schema(description = "Codes on file; each stands for all below it")
        Set<@NotBlank @Size(max = 12) String> districts,

        @NotEmpty Set<@NotNull SiteKind> siteKinds,

        @Valid @Schema(description = "Everything, if left out") @Nullable
        Rates targets) {

    /** Local days, both included. */
    @Schema(name = "Period", description = "Local days, both included")
    record Days(@NotNull LocalDate from, @NotNull LocalDate to) {

        Period period() {
            return new Period(from, to);
        }
    }

    /** A phase and its days. */
    @Schema(name = "CampaignPhase")
    record PhaseDays(
            @NotNull Phase.Kind phase, @NotNull @Valid Days period) {}

    /** Rates from 0 to 1. */
    @Schema(name = "CampaignTargets", description = "Rates from 0 to 1; 1 where left out")
    record Rates(
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 4)
            @Schema(description = "排查覆盖率: sites inspected ÷ sites on file")
            @Nullable
            BigDecimal coverage,

            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 4)
            @Schema(description = "销号率: hazards closed ÷ hazards found")
            @Nullable
            BigDecimal closure) {

        Targets targets() {
            return new Targets(
                    coverage == null ? BigDecimal.ONE : coverage, closure == null ? BigDecimal.ONE : closure);
        }
    }

    /** The code of a campaign to be registered. */
    String newCode() {
        if (code == null) {
            throw new Refusal("code", "field.required");
        }
        return code;
    }

    /** The plan, for the campaign that the path names. */
    Plan planOf(String known) {
        if (code != null && !code.equals(known)) {
            throw new Refusal("code", "code.other", code, known);
        }
        return plan();
    }

    Plan plan() {
        return new Plan(
                name,
                period.period(),
                phases == null
                        ? List.of()
                        : phases.stream()
                                .map(each ->
                                        new Phase(each.phase(), each.period().period()))
                                .toList(),
                new TreeSet<>(districts),
                new TreeSet<>(siteKinds),
                targets == null ? Targets.ALL : targets.targets());
    }
}
