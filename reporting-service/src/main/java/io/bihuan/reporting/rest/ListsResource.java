package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.facts.Counted;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Standing;
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
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

/** The four lists 四个清单 of a district: problems, weak points, measures and results. */
@Path("/api/reports/lists")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "Figures of hazards by district, period and moment")
class ListsResource {

    /** The four lists. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(description = "The four lists 四个清单 of a district; each is cut at `limit`, and its figures say of how many")
    record Lists(
            @Schema(description = "The moment at which things stood like this")
            OffsetDateTime asOf,

            @Schema(description = "All figures of the hazards that the lists are made of")
            Figures figures,

            @Schema(description = "问题清单: what is not closed, `figures.open` hazards, the oldest first")
            List<CountedHazards.Item> problems,

            @Schema(
                    description =
                            "短板清单: categories and units that have open hazards, first those with most overdue, then most open")
            WeakPoints weakPoints,

            @Schema(description = "措施清单: the orders in force, `figures.planned` hazards, the oldest first")
            List<Order> measures,

            @Schema(description = "成效清单: what is closed, `figures.closed` hazards, the oldest first")
            List<CountedHazards.Item> results) {}

    /** Where hazards stay open. */
    @Schema(description = "Where hazards stay open")
    record WeakPoints(List<WeakPoint> categories, List<WeakPoint> units) {}

    /** What open hazards have in common. */
    @Schema(description = "What open hazards have in common")
    record WeakPoint(
            @Schema(description = "The category's code, or the unit's name")
            String name,

            Figures figures) {}

    /** An order in force. */
    @Schema(name = "OrderInForce", description = "An order in force")
    record Order(
            CountedHazards.Item hazard,

            @Schema(description = "What is to be done") @Nullable
            String measures,

            @Schema(description = "What it costs, in CNY") @Nullable
            BigDecimal funds,

            @Schema(description = "There is a contingency plan 应急预案")
            boolean contingencyPlan,

            @Schema(description = "Interim controls 监控措施 are in place")
            boolean interimControls) {}

    private static final Comparator<WeakPoint> WEAKEST_FIRST = Comparator.comparing(
                    (WeakPoint point) -> point.figures().overdueNow())
            .thenComparing(point -> point.figures().open())
            .reversed()
            .thenComparing(WeakPoint::name);

    private final Asking asking;
    private final Ledger ledger;

    ListsResource(Asking asking, Ledger ledger) {
        this.asking = asking;
        this.ledger = ledger;
    }

    @GET
    @Operation(operationId = "reportLists", summary = "The four lists of a district", description = """
                    Of the hazards found in the period, as they stood at `asOf`: what is open, where it stays open, what was ordered against \
                    it, and what was achieved. Longer lists than `limit` are read page by page from `/api/reports/hazards` with `of=open`, \
                    `of=planned` or `of=closed`. A period is needed: the weak points look at each of its hazards.""")
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it all",
            example = "630102",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "At most so many on each list",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @APIResponse(
            responseCode = "200",
            description = "The lists",
            content =
                    @Content(
                            schema = @Schema(implementation = Lists.class),
                            examples = @ExampleObject(name = "城东区", value = Examples.LISTS)))
    @APIResponse(responseCode = "304", description = "The lists are those of the ETag in If-None-Match")
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
    public Response lists(@BeanParam HazardQuery documented, @Context UriInfo uri, @Context Request request)
            throws SQLException, JsonProcessingException {
        QueryReader query = asking.query(uri, "parent", "limit");
        Question question = asking.question(query, "parent");
        int limit = query.number("limit", 1, 500, 50);
        if (question.from() == null) {
            query.refuse("period", "parameter.needed");
        }
        asking.check(query, question, "parent");
        Figures figures = ledger.rollUp(question).total();
        List<CountedHazards.Item> problems = list(question, Count.OPEN, limit);
        WeakPoints weakPoints = new WeakPoints(
                weakPoints(question, hazard -> hazard.category().name(), limit),
                weakPoints(question, hazard -> Objects.requireNonNullElse(hazard.unitName(), ""), limit));
        List<Order> measures = ledger.list(question, Count.PLANNED, false, null, limit).stream()
                .map(this::order)
                .toList();
        List<CountedHazards.Item> results = list(question, Count.CLOSED, limit);
        return asking.answer(
                request,
                query,
                question,
                List.of(figures, problems, weakPoints, measures, results),
                () -> new Lists(
                        Objects.requireNonNull(asking.local(question.asOf())),
                        figures,
                        problems,
                        weakPoints,
                        measures,
                        results));
    }

    private List<CountedHazards.Item> list(Question question, Count count, int limit) throws SQLException {
        return ledger.list(question, count, false, null, limit).stream()
                .map(counted -> CountedHazards.Item.of(counted, asking))
                .toList();
    }

    private List<WeakPoint> weakPoints(Question question, Function<Standing, String> what, int limit)
            throws SQLException {
        Map<String, Figures> figures = ledger.by(what, question);
        return figures.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty() && each.getValue().open() > 0)
                .map(each -> new WeakPoint(each.getKey(), each.getValue()))
                .sorted(WEAKEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Order order(Counted counted) {
        Standing hazard = counted.standing();
        return new Order(
                CountedHazards.Item.of(counted, asking),
                counted.measures(),
                hazard.funds(),
                hazard.contingencyPlan(),
                hazard.interimControls());
    }
}
