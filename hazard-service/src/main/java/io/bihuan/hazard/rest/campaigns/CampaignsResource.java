package io.bihuan.hazard.rest.campaigns;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.campaign.Campaign;
import io.bihuan.hazard.campaign.Campaigns;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of campaigns. */
@Path("/api/campaigns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns 专项行动", description = "Periods, phases, districts, kinds of site and targets")
class CampaignsResource {

    private final Campaigns campaigns;
    private final Times times;
    private final Once once;
    private final Call call;

    CampaignsResource(Campaigns campaigns, Times times, Once once, Call call) {
        this.campaigns = campaigns;
        this.times = times;
        this.once = once;
        this.call = call;
    }

    /** One page of a list. */
    @Schema(name = "CampaignList")
    record CampaignList(
            List<CampaignView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            String nextCursor) {}

    @GET
    @Operation(summary = "Lists campaigns, in the order of their codes")
    public CampaignList listCampaigns(
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        int most = Query.limit(limit);
        List<Campaign> found = campaigns.list(most + 1, Query.plain("cursor", cursor));
        List<CampaignView> items =
                found.stream().limit(most).map(CampaignView::of).toList();
        return new CampaignList(items, found.size() > most ? items.get(most - 1).code() : null);
    }

    @POST
    @Operation(summary = "Takes a campaign on file")
    @APIResponse(
            responseCode = "201",
            description = "The campaign; Location names it",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Response addCampaign(@NotNull @Valid CampaignRequest request) {
        return once.answer(request, () -> {
            Campaign campaign = campaigns.register(request.newCode(), request.plan(), times.live());
            return Answer.created("/api/campaigns/" + campaign.code(), campaign.version(), CampaignView.of(campaign));
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One campaign as it now stands", description = "Its ETag is its version.")
    @APIResponseSchema(CampaignView.class)
    public Response showCampaign(String code) {
        Campaign campaign =
                campaigns.find(Query.inPath("campaign", code)).orElseThrow(() -> new NotOnRecord("campaign", code));
        return Response.ok(CampaignView.of(campaign))
                .tag(Integer.toString(campaign.version()))
                .build();
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Changes a campaign", description = "What stands on file already changes nothing.")
    @APIResponseSchema(CampaignView.class)
    public Response replaceCampaign(String code, @NotNull @Valid CampaignRequest request) {
        return once.answer(request, () -> {
            Campaign campaign = campaigns.replan(
                    Query.inPath("campaign", code), call.versions(), request.planOf(code), times.live());
            return Answer.changed(campaign.version(), CampaignView.of(campaign));
        });
    }
}
