package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Campaigns;
import io.bihuan.reporting.campaign.Progress;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far campaigns have come; {@code docs/measures.md} defines the figures. */
@Path("/api/reports/campaigns")
@Blocking
@Tag(name = "Campaigns", description = "Campaigns 专项行动 and their progress")
class CampaignsResource {

    private static final String PROBLEM = "application/problem+json";
    private static final List<String> OF_A_LIST = List.of("asOf", "limit", "cursor");
    private static final List<String> OF_ONE = List.of("asOf");

    private final Campaigns campaigns;
    private final Progress progress;
    private final Queries queries;
    private final Answers answers;
    private final Problems problems;

    CampaignsResource(Campaigns campaigns, Progress progress, Queries queries, Answers answers, Problems problems) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.queries = queries;
        this.answers = answers;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listCampaigns",
            summary = "The campaigns on file",
            description =
                    "By code, with the phase that each is in at `asOf`. Plans are those on file today, whatever the moment.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As things stood at this instant or at the end of this date; now if not given",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most; 50 if not given",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page of them. The weak ETag stays as long as it does",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CampaignList.class),
                            examples = @ExampleObject(name = "a page", value = Examples.CAMPAIGNS)))
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "503",
            description = "The database is away; ask again after Retry-After seconds",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response campaigns(@Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = queries.of(uri, OF_A_LIST);
        Instant asOf = query.asOf(queries.now());
        int limit = query.limit();
        String after = query.cursor();
        queries.verify(query);
        CampaignList page = CampaignList.of(campaigns.list(limit + 1, after), limit, queries.day(asOf));
        return answers.of(request, page, page);
    }

    @GET
    @Path("/{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reportCampaign", summary = "How far a campaign has come", description = """
                    In all and by phase, for each district of the campaign and their total: the coverage of its kinds of site by \
                    inspections held under it, the hazards found under it and how many of them are closed, the trainings under it, and \
                    whether its targets are met. A phase counts the inspections and trainings held and the hazards found in its \
                    days; in all counts them whenever it was. The plan is the one on file today, the figures are as of `asOf`.

                    A target is judged before rounding; it is null, neither met nor missed, where there is nothing to divide. A \
                    district that lies within another one of the campaign is an item of its own and not counted twice in the total.""")
    @Parameter(
            name = "code",
            in = ParameterIn.PATH,
            description = "The campaign's code",
            example = "GAS-2026",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As things stood at this instant or at the end of this date; now if not given",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The figures. The weak ETag stays as long as the figures do",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CampaignReport.class),
                            examples = @ExampleObject(name = "GAS-2026", value = Examples.CAMPAIGN)))
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description = "The campaign is not on file",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "503",
            description = "The database is away; ask again after Retry-After seconds",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response campaign(@PathParam("code") String code, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = queries.of(uri, OF_ONE);
        Instant asOf = query.asOf(queries.now());
        queries.verify(query);
        Campaign campaign = campaigns.find(code).orElseThrow(() -> problems.noCampaign(code));
        CampaignReport report =
                CampaignReport.of(campaign, progress.of(campaign, asOf), queries.local(asOf), queries.day(asOf));
        return answers.of(
                request,
                report,
                query.gives("asOf") ? asOf.toString() : "now",
                report.campaign(),
                report.inAll(),
                report.phases());
    }
}
