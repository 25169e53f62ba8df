package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Campaigns;
import io.bihuan.reporting.coverage.CoverageQuestion;
import io.bihuan.reporting.coverage.SiteKind;
import io.bihuan.reporting.coverage.Survey;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Coverage;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How thoroughly districts are inspected; {@code docs/measures.md} defines the figures. */
@Path("/api/reports/coverage")
@Blocking
@Tag(name = "Coverage", description = "Sites on file and the inspections of them")
class CoverageResource {

    private static final List<String> PARAMETERS =
            List.of("parent", "period", "from", "to", "asOf", "kind", "campaign");

    private final Survey survey;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Asking asking;
    private final Problems problems;

    CoverageResource(Survey survey, Campaigns campaigns, Ledger ledger, Asking asking, Problems problems) {
        this.survey = survey;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.asking = asking;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reportCoverage", summary = "The coverage of a district's parts 排查覆盖率", description = """
                    One item per district next below `parent` that is on file or has sites or inspections, in code order, and the \
                    total. Sites, their kinds and districts are those on file at `asOf`: one that was registered later or closed \
                    before does not count, and one that moved counts where it lay then. An inspection counts where and as what the \
                    site was inspected. Rates are 0 to 1 in four decimals, half up; null where there is nothing to divide.

                    A date is a whole day of the service's zone (Asia/Shanghai unless configured). An empty parameter counts as not given.""")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only sites of this kind 检查对象类别",
            schema = @Schema(implementation = SiteKind.class))
    @Parameter(
            name = "campaign",
            in = ParameterIn.QUERY,
            description = "Only inspections held under this campaign 专项行动, and only sites of the kinds that it covers",
            example = "GAS-2026",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$"))
    @APIResponse(
            responseCode = "200",
            description = "The figures. The weak ETag stays as long as the figures do",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReport.class),
                            examples = @ExampleObject(name = "西宁市", value = Examples.COVERAGE)))
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description =
                    "The parent is neither on file nor has it sites, inspections or hazards, or the campaign is not on file",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response coverage(@BeanParam PeriodQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.queryOf(uri, PARAMETERS);
        Question question = asking.question(query, "parent");
        SiteKind kind = query.choice("kind", SiteKind.class);
        String campaign = question.campaign();
        asking.check(query);
        if (query.gives("parent") && !ledger.knows(question.parent()) && !survey.knows(question.parent())) {
            throw problems.noDistrict(question.parent());
        }
        Divided<Coverage> coverage = survey.coverage(CoverageQuestion.in(question.parent(), question.asOf())
                .held(question.from(), question.to())
                .of(kind == null ? kinds(campaign) : Set.of(kind))
                .under(campaign));
        return asking.answer(request, query, question, coverage, () -> CoverageReport.of(question, coverage, asking));
    }

    private Set<SiteKind> kinds(@Nullable String campaign) throws SQLException {
        return campaign == null
                ? Set.of()
                : campaigns.find(campaign).map(Campaign::siteKinds).orElseThrow(() -> problems.noCampaign(campaign));
    }
}
