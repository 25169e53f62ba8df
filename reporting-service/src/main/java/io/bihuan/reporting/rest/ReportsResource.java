package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.facts.Counted;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Measure;
import io.bihuan.reporting.tables.DistrictTable;
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

/** Reports on hazards; {@code docs/measures.md} defines the measures. */
@Path("/api/reports")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "Figures of hazards by district, period and moment")
@APIResponse(
        responseCode = "400",
        description = "A parameter is unknown, given twice or wrong; `violations` names each",
        content =
                @Content(
                        mediaType = ReportsResource.PROBLEM,
                        schema = @Schema(ref = "HttpValidationProblem"),
                        examples = @ExampleObject(name = "bad grade", value = Examples.BAD_REQUEST)))
@APIResponse(
        responseCode = "404",
        description = "The district is neither on file nor has it hazards",
        content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
@APIResponse(
        responseCode = "503",
        description = "The database is away; ask again after Retry-After seconds",
        content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
class ReportsResource {

    static final String PROBLEM = "application/problem+json";

    private final Asking asking;
    private final Ledger ledger;

    ReportsResource(Asking asking, Ledger ledger) {
        this.asking = asking;
        this.ledger = ledger;
    }

    @GET
    @Path("/districts")
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.XLSX, TableAnswer.CSV})
    @Operation(operationId = "reportDistricts", summary = "The figures of a district's parts", description = """
                    One item per district next below `parent` that is on file or has hazards, in code order, and the total. A code's \
                    prefix is its ancestor: a hazard counts in the item whose code begins its own. Hazards registered directly on \
                    `parent` are an item with its code, so the items' counts add up to the total's.

                    Counted are hazards found in the period, without those merged into another or proved to be none, as they stood at \
                    `asOf`: district, grade, category, source and unit are those that they had then. Rates are 0 to 1 in four decimals \
                    and days have one, both half up; null where there is nothing to divide.

                    A date is a whole day of the service's zone (Asia/Shanghai unless configured). An empty parameter counts as not given.""")
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it the top of the register",
            example = "63",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description =
                    "Whether each item and the total also have `previous` 环比 and `yearBefore` 同比: the figures of the period"
                            + " before and of the same one a year before, as of as long after their beginning. Needs a period",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "The figures. The weak ETag stays as long as the figures do",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DistrictReport.class),
                        examples = @ExampleObject(name = "西宁市", value = Examples.REPORT)),
                @Content(mediaType = TableAnswer.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableAnswer.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "The figures are those of the ETag in If-None-Match")
    public Response districts(@BeanParam HazardQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.query(uri, "parent", "compare");
        Question question = asking.question(query, "parent");
        Comparison comparison = query.flag("compare") ? Comparison.of(question, query.period(), asking.zone()) : null;
        if (query.flag("compare") && comparison == null) {
            query.refuse("compare", "parameter.compare");
        }
        asking.check(query, question, "parent");
        DistrictReport.Compared compared = new DistrictReport.Compared(
                ledger.rollUp(question),
                comparison == null ? null : ledger.rollUp(comparison.previous()),
                comparison == null ? null : ledger.rollUp(comparison.yearBefore()));
        return asking.answer(
                request,
                query,
                question,
                compared,
                () -> DistrictReport.of(
                        asking.local(question.from()),
                        asking.local(question.to()),
                        Objects.requireNonNull(asking.local(question.asOf())),
                        compared),
                () -> DistrictTable.of(compared.asked(), compared.previous(), compared.yearBefore()));
    }

    @GET
    @Path("/trend")
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.XLSX, TableAnswer.CSV})
    @Operation(operationId = "reportTrend", summary = "A measure of a district over time", description = """
                    One point per day, week (from Monday) or month from `from` to `to`, also where nothing was found; each is the measure of \
                    the hazards found in it, as they stood at `asOf`. The sum of a count's points is therefore what the report by \
                    districts says of the whole time. A step that lies only in part within the time has what was found within.""")
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it all",
            example = "6301",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "metric",
            in = ParameterIn.QUERY,
            required = true,
            description = "The measure",
            example = "closureRate",
            schema = @Schema(implementation = Measure.class))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "The step",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"day", "week", "month"},
                            defaultValue = "day"))
    @APIResponse(
            responseCode = "200",
            description =
                    "The points in order. Without `from` they begin 30 days, 12 weeks or 12 months before the end",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Trend.class),
                        examples = @ExampleObject(name = "西宁市", value = Examples.TREND)),
                @Content(mediaType = TableAnswer.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableAnswer.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "The points are those of the ETag in If-None-Match")
    public Response trend(@BeanParam HazardQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.query(uri, "district", "metric", "by");
        Question asked = asking.question(query, "district");
        Measure measure = Measure.of(query.word("metric", Measure.fields()));
        Trend.Step step = query.gives("by") ? Trend.Step.of(query.word("by", Trend.Step.names())) : Trend.Step.DAY;
        Question question = step.bound(asked, asking.zone());
        if (query.violations().isEmpty()) {
            step.tooMany(question, asking.zone())
                    .ifPresent(points -> query.refuse("by", "parameter.points", points, Trend.MOST_POINTS));
        }
        asking.check(query, question, "district");
        Trend trend = step.trend(
                question,
                measure,
                ledger.trend(question, step::start, step == Trend.Step.MONTH),
                asking.zone(),
                Objects.requireNonNull(asking.local(question.asOf())));
        return asking.answer(request, query, question, trend.points(), () -> trend, trend::table);
    }

    @GET
    @Path("/hazards")
    @Operation(operationId = "listCountedHazards", summary = "The hazards behind a figure", description = """
                    With the parameters of the report, and `of` naming the count: exactly the hazards that it counts, as they stood at \
                    `asOf`, by when they were found. A rate is opened by its two sides: `closureRate` is `closed` ÷ `found`, \
                    `rectificationRate` `rectified` ÷ `found`, `onTimeRate` `inTime` ÷ `judged`, and days to close are of `closed`.""")
    @Parameter(
            name = "of",
            in = ParameterIn.QUERY,
            description = "The count; all if not given",
            example = "overdueNow",
            schema = @Schema(implementation = Count.class, defaultValue = "found"))
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it all",
            example = "630102",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "directly",
            in = ParameterIn.QUERY,
            description = "Only those registered directly on `parent`, not on one of its parts on file",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "At most so many",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The `nextCursor` of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page of hazards. The weak ETag stays as long as they do",
            content =
                    @Content(
                            schema = @Schema(implementation = CountedHazards.class),
                            examples = @ExampleObject(name = "城东区", value = Examples.HAZARDS)))
    @APIResponse(responseCode = "304", description = "The page is that of the ETag in If-None-Match")
    public Response hazards(@BeanParam HazardQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.query(uri, "of", "parent", "directly", "limit", "cursor");
        Question question = asking.question(query, "parent");
        Count count = query.gives("of") ? Count.of(query.word("of", Count.fields())) : Count.FOUND;
        boolean directly = query.flag("directly");
        int limit = query.number("limit", 1, 500, 50);
        Counted.Place after = CountedHazards.place(query);
        asking.check(query, question, "parent");
        CountedHazards page =
                CountedHazards.of(ledger.list(question, count, directly, after, limit + 1), limit, asking);
        return asking.answer(request, query, question, page, () -> page);
    }
}
