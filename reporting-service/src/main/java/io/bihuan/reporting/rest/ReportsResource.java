package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports on hazards; {@code docs/measures.md} defines the measures. */
@Path("/api/reports")
@Blocking
@Tag(name = "Reports", description = "Figures of hazards by district, period and moment")
class ReportsResource {

    private static final String PROBLEM = "application/problem+json";

    private final Ledger ledger;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Texts texts;
    private final Problems problems;
    private final ObjectMapper json;

    ReportsResource(
            Ledger ledger,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone,
            Texts texts,
            Problems problems,
            ObjectMapper json) {
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
        this.texts = texts;
        this.problems = problems;
        this.json = json;
    }

    @GET
    @Path("/districts")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reportDistricts", summary = "The figures of a district's parts", description = """
                    One item per district next below `parent` that is on file or has hazards, in code order, and the total. A code's \
                    prefix is its ancestor: a hazard counts in the item whose code begins its own. Hazards registered directly on \
                    `parent` are an item with its code, so the items' counts add up to the total's.

                    Counted are hazards found in the period, without those merged into another or proved to be none, as they stood at \
                    `asOf`: district, grade, category and source are those that they had then. Rates are 0 to 1 in four decimals and \
                    days have one, both half up; null where there is nothing to divide.

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
            description = "Found on or after this date or instant",
            example = "2026-05-01",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Found on or before this date, or before this instant",
            example = "2026-05-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description =
                    "As things stood at this instant or at the end of this date; now if not given. For a moment to come:"
                            + " as they will stand if nothing more happens",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "grade",
            in = ParameterIn.QUERY,
            description = "How dangerous 隐患等级",
            schema = @Schema(implementation = Grade.class))
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "Where in the gas or heat supply 隐患类别",
            schema = @Schema(implementation = Category.class))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "How it came to notice 隐患来源",
            schema = @Schema(implementation = Source.class))
    @APIResponse(
            responseCode = "200",
            description = "The figures. The weak ETag stays as long as the figures do",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DistrictReport.class),
                            examples = @ExampleObject(name = "西宁市", value = Examples.REPORT)))
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(ref = "HttpValidationProblem"),
                            examples = @ExampleObject(name = "bad grade", value = Examples.BAD_REQUEST)))
    @APIResponse(
            responseCode = "404",
            description = "The parent is neither on file nor has it hazards",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "503",
            description = "The database is away; ask again after Retry-After seconds",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response districts(@Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = new QueryReader(uri.getQueryParameters(), new Moments(zone), texts);
        Question question = query.question(clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!query.violations().isEmpty()) {
            throw problems.parameters(query.violations());
        }
        if (query.gives("parent") && !ledger.knows(question.parent())) {
            throw problems.noDistrict(question.parent());
        }
        RollUp rollUp = ledger.rollUp(question);
        EntityTag tag = tag(question, query.gives("asOf"), rollUp);
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(DistrictReport.of(question, rollUp, zone)).tag(tag);
        }
        return answer.cacheControl(revalidated()).build();
    }

    /** Tells answers apart by their figures: the present moment, which every answer states anew, makes no difference. */
    private EntityTag tag(Question question, boolean momentGiven, RollUp rollUp) throws JsonProcessingException {
        List<Object> content = new ArrayList<>();
        content.add(String.valueOf(question.from()));
        content.add(String.valueOf(question.to()));
        content.add(momentGiven ? question.asOf().toString() : "now");
        content.add(rollUp);
        byte[] bytes = json.writeValueAsBytes(content);
        return new EntityTag(UUID.nameUUIDFromBytes(bytes).toString(), true);
    }

    private static CacheControl revalidated() {
        CacheControl control = new CacheControl();
        control.setNoCache(true);
        control.setNoTransform(false);
        return control;
    }
}
