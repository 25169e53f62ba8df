package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.access.CurrentPerson;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Campaigns;
import io.bihuan.reporting.campaign.Progress;
import io.bihuan.reporting.facts.Question;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

    private static final List<String> OF_A_LIST = List.of("asOf", "limit", "cursor");
    private static final List<String> OF_ONE = List.of("asOf");

    private final Campaigns campaigns;
    private final Progress progress;
    private final CurrentPerson current;
    private final Asking asking;
    private final Problems problems;

    CampaignsResource(Campaigns campaigns, Progress progress, CurrentPerson current, Asking asking, Problems problems) {
        this.campaigns = campaigns;
        this.progress = progress;
        this.current = current;
        this.asking = asking;
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
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    public Response campaigns(@Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.queryOf(uri, OF_A_LIST);
        Question question = asked(query);
        int limit = query.number("limit", 1, 500, 50);
        String after = Objects.toString(query.text("cursor"), "");
        asking.check(query);
        CampaignList page =
                CampaignList.of(campaigns.list(current.scope().prefixes(), limit + 1, after), limit, day(question));
        return asking.answer(request, query, question, page, () -> page);
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
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description = "The campaign is not on file",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response campaign(@PathParam("code") String code, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.queryOf(uri, OF_ONE);
        Question question = asked(query);
        asking.check(query);
        Campaign campaign = campaigns
                .find(code)
                .flatMap(found -> found.within(current.scope().prefixes()))
                .orElseThrow(() -> problems.noCampaign(code));
        CampaignReport report = CampaignReport.of(
                campaign,
                progress.of(campaign, question.asOf()),
                question.asOf().atZone(asking.zone()));
        List<Object> figures = List.of(report.campaign(), report.inAll(), report.phases());
        return asking.answer(request, query, question, figures, () -> report);
    }

    private Question asked(QueryReader query) {
        return Question.in("", query.asOf(asking.now()));
    }

    private LocalDate day(Question question) {
        return question.asOf().atZone(asking.zone()).toLocalDate();
    }
}
