package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Phase;
import io.bihuan.reporting.coverage.SiteKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign, as a client sees it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Campaign", description = "A campaign 专项行动 as it stands on file")
record CampaignView(
        String code,
        String name,

        @Schema(description = "Its first day") LocalDate from,

        @Schema(description = "Its last day") LocalDate to,

        @Schema(description = "The phase that it is in at the moment; null before, between and after its phases")
        Phase.@Nullable Kind phase,

        @Schema(description = "Each stands for all below it")
        List<String> districts,

        @Schema(description = "The kinds of site that it covers")
        Set<SiteKind> siteKinds,

        Targets targets) {

    /** What is to be reached. */
    @Schema(name = "CampaignTargets", description = "What is to be reached, each 0 to 1")
    record Targets(
            @Schema(description = "排查覆盖率") BigDecimal coverage,
            @Schema(description = "销号率") BigDecimal closure) {}

    static CampaignView of(Campaign campaign, LocalDate day) {
        return new CampaignView(
                campaign.code(),
                campaign.name(),
                campaign.from(),
                campaign.to(),
                campaign.phaseOn(day),
                campaign.districts(),
                campaign.siteKinds(),
                new Targets(campaign.coverageTarget(), campaign.closureTarget()));
    }
}
