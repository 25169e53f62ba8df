package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.campaign.Campaigns;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.training.Audience;
import io.bihuan.reporting.training.Trained;
import io.bihuan.reporting.training.TrainingQuestion;
import io.bihuan.reporting.training.Trainings;
import io.smallrye.common.annotation.Blocking;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is trained in districts; {@code docs/measures.md} defines the figures. */
@Path("/api/reports/trainings")
@Blocking
@Tag(name = "Trainings", description = "Training sessions and the people who came")
class TrainingsResource {

    private static final String PROBLEM = "application/problem+json";
    private static final List<String> PARAMETERS = List.of("parent", "from", "to", "asOf", "audience", "campaign");

    private final Trainings trainings;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Queries queries;
    private final Answers answers;
    private final Problems problems;

    TrainingsResource(
            Trainings trainings,
            Campaigns campaigns,
            Ledger ledger,
            Queries queries,
            Answers answers,
            Problems problems) {
        this.trainings = trainings;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.queries = queries;
        this.answers = answers;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reportTrainings", summary = "The trainings in a district's parts 培训", description = """
                    One item per district next below `parent` that is on file or had sessions, in code order, and the total: sessions, \
                    people who came (who came twice counts twice), and both by audience. A session that was voided does not count \
                    from the moment on at which it was voided; as of an earlier one it does.

                    A date is a whole day of the service's zone (Asia/Shanghai unless configured). An empty parameter counts as not given.""")
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it the top of the register",
            example = "63",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Held on or after this date or instant",
            example = "2026-05-01",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Held on or before this date, or before this instant",
            example = "2026-05-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As things stood at this instant or at the end of this date; now if not given",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "audience",
            in = ParameterIn.QUERY,
            description = "Only sessions for this audience 培训对象",
            schema = @Schema(implementation = Audience.class))
    @Parameter(
            name = "campaign",
            in = ParameterIn.QUERY,
            description = "Only sessions under this campaign 专项行动",
            example = "GAS-2026",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$"))
    @APIResponse(
            responseCode = "200",
            description = "The figures. The weak ETag stays as long as the figures do",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TrainingReport.class),
                            examples = @ExampleObject(name = "西宁市", value = Examples.TRAININGS)))
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description =
                    "The parent is neither on file nor has it sessions or hazards, or the campaign is not on file",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "503",
            description = "The database is away; ask again after Retry-After seconds",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response trainings(@Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = queries.of(uri, PARAMETERS);
        QueryReader.Scope scope = query.scope(queries.now());
        Audience audience = query.choice("audience", Audience.class);
        String campaign = query.campaign();
        queries.verify(query);
        if (query.gives("parent") && !ledger.knows(scope.parent()) && !trainings.knows(scope.parent())) {
            throw problems.noDistrict(scope.parent());
        }
        if (campaign != null && campaigns.find(campaign).isEmpty()) {
            throw problems.noCampaign(campaign);
        }
        Divided<Trained> trained = trainings.trained(
                new TrainingQuestion(scope.parent(), scope.from(), scope.to(), scope.asOf(), audience, campaign));
        return answers.of(
                request,
                TrainingReport.of(scope, trained, queries),
                query.identity(scope),
                audience,
                campaign,
                trained);
    }
}
