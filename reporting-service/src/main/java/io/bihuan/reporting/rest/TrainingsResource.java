package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.campaign.Campaigns;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.training.Audience;
import io.bihuan.reporting.training.Trained;
import io.bihuan.reporting.training.TrainingQuestion;
import io.bihuan.reporting.training.Trainings;
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

    private static final List<String> PARAMETERS =
            List.of("parent", "period", "from", "to", "asOf", "audience", "campaign");

    private final Trainings trainings;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final Asking asking;
    private final Problems problems;

    TrainingsResource(Trainings trainings, Campaigns campaigns, Ledger ledger, Asking asking, Problems problems) {
        this.trainings = trainings;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.asking = asking;
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
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description =
                    "The parent is neither on file nor has it sessions or hazards, or the campaign is not on file",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response trainings(@BeanParam PeriodQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.queryOf(uri, PARAMETERS);
        Question question = asking.question(query, "parent");
        Audience audience = query.choice("audience", Audience.class);
        String campaign = question.campaign();
        asking.check(query);
        if (query.gives("parent") && !ledger.knows(question.parent()) && !trainings.knows(question.parent())) {
            throw problems.noDistrict(question.parent());
        }
        if (campaign != null && campaigns.find(campaign).isEmpty()) {
            throw problems.noCampaign(campaign);
        }
        Divided<Trained> trained = trainings.trained(new TrainingQuestion(
                question.parent(), question.from(), question.to(), question.asOf(), audience, campaign));
        return asking.answer(request, query, question, trained, () -> TrainingReport.of(question, trained, asking));
    }
}
