package io.bihuan.hazard.rest.campaigns;

import io.bihuan.hazard.campaign.Campaign;
import io.bihuan.hazard.campaign.Plan;
import io.bihuan.hazard.campaign.Targets;
import io.bihuan.hazard.registers.SiteKind;
import io.bihuan.hazard.rest.campaigns.CampaignRequest.Days;
import io.bihuan.hazard.rest.campaigns.CampaignRequest.PhaseDays;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as clients see it. */
@Schema(name = "Campaign", description = "A campaign 专项行动 as it now stands on file", examples = """
                {"code": "GAS-2026", "name": "城镇燃气安全专项整治", "period": {"from": "2026-04-01", "to": "2026-12-31"},
                 "phases": [{"phase": "SELF_CHECK", "period": {"from": "2026-04-16", "to": "2026-05-31"}}],
                 "districts": ["6301"], "siteKinds": ["RESTAURANT"], "targets": {"coverage": 1, "closure": 0.95},
                 "version": 1}""")
record CampaignView(
        String code,
        String name,
        Days period,
        List<PhaseDays> phases,
        SortedSet<String> districts,
        SortedSet<SiteKind> siteKinds,
        Targets targets,

        @Schema(description = "How often it was changed, and 1; also the ETag")
        int version) {

    static CampaignView of(Campaign campaign) {
        Plan plan = campaign.plan();
        return new CampaignView(
                campaign.code(),
                plan.name(),
                new Days(plan.period().from(), plan.period().to()),
                plan.phases().stream()
                        .map(phase -> new PhaseDays(
                                phase.kind(),
                                new Days(phase.period().from(), phase.period().to())))
                        .toList(),
                plan.districts(),
                plan.siteKinds(),
                plan.targets(),
                campaign.version());
    }
}
