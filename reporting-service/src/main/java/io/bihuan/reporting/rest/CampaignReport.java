package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.campaign.Achievement;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Phase;
import io.bihuan.reporting.campaign.Stage;
import io.bihuan.reporting.campaign.Standing;
import io.bihuan.reporting.division.Divided;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a campaign has come, as a client sees it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "How far a campaign has come, in all and by phase")
record CampaignReport(
        @Schema(description = "The moment at which things stood like this")
        OffsetDateTime asOf,

        CampaignView campaign,

        @Schema(description = "All that was done under it, whenever it was")
        Achieved inAll,

        @Schema(description = "In their order, what was held and found in the days of each")
        List<PhaseAchieved> phases) {

    /** What was achieved in the campaign's districts. */
    @Schema(name = "CampaignAchieved", description = "By the campaign's districts and in total")
    record Achieved(
            List<Item> items,

            @Schema(description = "A district within another one of the campaign counts once")
            Sum total) {

        static Achieved of(Divided<Achievement> achieved, Campaign campaign) {
            return new Achieved(
                    achieved.parts().stream()
                            .map(part -> new Item(part.code(), part.name(), Sum.of(part.figures(), campaign)))
                            .toList(),
                    Sum.of(achieved.total(), campaign));
        }
    }

    /** One phase. */
    @Schema(name = "CampaignPhase", description = "One phase and what was achieved in it")
    record PhaseAchieved(
            Phase.Kind phase,
            @Schema(description = "Its first day") LocalDate from,
            @Schema(description = "Its last day") LocalDate to,
            @JsonUnwrapped Achieved achieved) {

        static PhaseAchieved of(Stage stage, Campaign campaign) {
            Phase phase = stage.phase();
            return new PhaseAchieved(phase.kind(), phase.from(), phase.to(), Achieved.of(stage.achieved(), campaign));
        }
    }

    /** One district. */
    @Schema(name = "CampaignDistrict", description = "What was achieved in one of the campaign's districts")
    record Item(
            String districtCode,

            @Schema(description = "null while the code is not on file") @Nullable
            String name,

            @JsonUnwrapped Sum sum) {}

    /** The figures of one district or of all. */
    @Schema(name = "CampaignFigures", description = "What was done under the campaign")
    record Sum(
            @Schema(description = "Sites on file of the kinds that it covers")
            long sites,

            @Schema(description = "Of them, inspected under it at least once")
            long inspectedSites,

            @Schema(description = "排查覆盖率: inspectedSites ÷ sites; null without sites") @Nullable
            BigDecimal coverageRate,

            @Schema(description = "Whether the coverage, before rounding, is that of the target; null without sites")
            @Nullable
            Boolean coverageMet,

            @Schema(description = "Inspections held under it of sites of these kinds")
            long inspections,

            @Schema(description = "Hazards found under it") long found,

            @Schema(description = "Of them, closed") long closed,

            @Schema(description = "销号率: closed ÷ found; null without hazards") @Nullable
            BigDecimal closureRate,

            @Schema(
                    description =
                            "Whether the closure rate, before rounding, is that of the target; null without hazards")
            @Nullable
            Boolean closureMet,

            @Schema(description = "Training sessions under it")
            long trainings,

            @Schema(description = "People who came to them") long trainedPeople) {

        static Sum of(Achievement achieved, Campaign campaign) {
            return new Sum(
                    achieved.sites(),
                    achieved.inspectedSites(),
                    achieved.coverageRate(),
                    achieved.coverageMet(campaign.coverageTarget()),
                    achieved.inspections(),
                    achieved.found(),
                    achieved.closed(),
                    achieved.closureRate(),
                    achieved.closureMet(campaign.closureTarget()),
                    achieved.trained().sessions(),
                    achieved.trained().people());
        }
    }

    static CampaignReport of(Campaign campaign, Standing standing, ZonedDateTime asOf) {
        return new CampaignReport(
                asOf.toOffsetDateTime(),
                CampaignView.of(campaign, asOf.toLocalDate()),
                Achieved.of(standing.inAll(), campaign),
                standing.phases().stream()
                        .map(stage -> PhaseAchieved.of(stage, campaign))
                        .toList());
    }
}
