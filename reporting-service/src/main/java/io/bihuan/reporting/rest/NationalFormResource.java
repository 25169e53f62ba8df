package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.coverage.Survey;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.form.Line;
import io.bihuan.reporting.form.NationalForm;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The national statistics form; {@code docs/measures.md} defines its columns. */
@Path("/api/reports/national-form")
@Blocking
@Tag(name = "National form", description = "The statistics form that goes to the ministry")
class NationalFormResource {

    private static final List<String> PARAMETERS = List.of("parent", "period", "from", "to", "asOf");

    private final NationalForm form;
    private final Survey survey;
    private final Ledger ledger;
    private final Asking asking;
    private final Problems problems;

    NationalFormResource(NationalForm form, Survey survey, Ledger ledger, Asking asking, Problems problems) {
        this.form = form;
        this.survey = survey;
        this.ledger = ledger;
        this.asking = asking;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportNationalForm",
            summary = "The national statistics form of a district's parts 全国统计表",
            description = """
                    One line per district next below `parent` that is on file or has figures, in code order, and the total: units \
                    inspected in the period, hazards found in it and, as they stood at `asOf`, what became of them, the major \
                    ones apart. Rates are 0 to 1 in four decimals, half up; null where there is nothing to divide.

                    A date is a whole day of the service's zone (Asia/Shanghai unless configured). An empty parameter counts as not given.""")
    @APIResponse(
            responseCode = "200",
            description = "The figures. The weak ETag stays as long as the figures do",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NationalFormReport.class),
                            examples = @ExampleObject(name = "西宁市", value = Examples.NATIONAL_FORM)))
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description = "The parent is neither on file nor has it figures",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response nationalForm(@BeanParam PeriodQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.queryOf(uri, PARAMETERS);
        Question question = asking.question(query, "parent");
        asking.check(query);
        if (query.gives("parent") && !ledger.knows(question.parent()) && !survey.knows(question.parent())) {
            throw problems.noDistrict(question.parent());
        }
        Divided<Line> lines = form.of(question.parent(), question.from(), question.to(), question.asOf());
        return asking.answer(request, query, question, lines, () -> NationalFormReport.of(question, lines, asking));
    }
}
