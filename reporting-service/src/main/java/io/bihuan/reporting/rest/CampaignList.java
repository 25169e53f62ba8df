package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.campaign.Campaign;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of campaigns. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "A page of campaigns, by code")
record CampaignList(
        List<CampaignView> items,

        @Schema(description = "Asks for the next page; null on the last") @Nullable
        String nextCursor) {

    /**
     * The page.
     *
     * @param found one more than the page holds, if there are more
     */
    static CampaignList of(List<Campaign> found, int limit, LocalDate day) {
        List<CampaignView> items = found.stream()
                .limit(limit)
                .map(campaign -> CampaignView.of(campaign, day))
                .toList();
        return new CampaignList(
                items, found.size() > limit ? items.get(limit - 1).code() : null);
    }
}
