package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.ranking.Archive;
import io.bihuan.reporting.ranking.Edition;
import io.bihuan.reporting.ranking.Ranking;
import io.bihuan.reporting.ranking.Rankings;
import io.bihuan.reporting.ranking.RuleBook;
import io.bihuan.reporting.ranking.Subject;
import io.bihuan.reporting.ranking.Years;
import io.bihuan.reporting.statistics.Period;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

/** Rankings of districts and units; {@code docs/measures.md} says how a score comes about. */
@Path("/api/reports/rankings")
@Blocking
@Produces({MediaType.APPLICATION_JSON, TableAnswer.XLSX, TableAnswer.CSV})
@Tag(name = "Rankings", description = "Districts and units by a score of which every deducted point is explained")
class RankingsResource {

    private static final List<String> PARAMETERS = List.of("of", "period", "parent", "asOf", "item");
    private static final Set<Period.Kind> RANKED = EnumSet.of(Period.Kind.DAY, Period.Kind.MONTH, Period.Kind.YEAR);

    private final Asking asking;
    private final RuleBook rules;
    private final Rankings rankings;
    private final Years years;
    private final Archive archive;
    private final RankingView view;

    RankingsResource(Asking asking, RuleBook rules, Rankings rankings, Years years, Archive archive, RankingView view) {
        this.asking = asking;
        this.rules = rules;
        this.rankings = rankings;
        this.years = years;
        this.archive = archive;
        this.view = view;
    }

    @GET
    @Operation(operationId = "reportRanking", summary = "A ranking of districts or units", description = """
                    Everybody begins with 100 points. Each cause (overdue, escalated, returned…) deducts the share of the hazards found that \
                    it applies to, weighed by grade, of the most that it may cost; so what counts is how many of its hazards somebody \
                    handles badly, not how many it finds. Every deduction names its hazards. `/api/reports/ranking-rules` has the weights.

                    Counted are the hazards found in the period and, as the rules say, in some months before it, as they stood when the \
                    period ended, or now if it has not, or at `asOf`. Who found nothing is listed without place and score. Hazards \
                    registered directly on `parent` belong to none of its districts, and one that no unit has been assigned to none of its units.

                    When a period is over, its ranking is closed: what becomes known later changes `place` and `score`, which are computed anew \
                    by every call, but neither `closed` nor `consequences`. A year is ranked by its closed months.""")
    @Parameter(
            name = "of",
            in = ParameterIn.QUERY,
            required = true,
            description =
                    "Who is ranked: the districts next below `parent`, or the units that its hazards are assigned to",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"districts", "units"}))
    @Parameter(
            name = "period",
            in = ParameterIn.QUERY,
            required = true,
            description = "A day, a month or a year",
            example = "2026-05",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Code of the district; without it the top of the register",
            example = "63",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As things stood at this instant or at the end of this date",
            example = "2026-05-31T18:00:00+08:00",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "item",
            in = ParameterIn.QUERY,
            description = "Only this district or unit, by its `code`, with the numbers of its hazards",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @APIResponse(
            responseCode = "200",
            description = "The ranking. The weak ETag stays as long as the ranking does",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RankingReport.class),
                        examples = @ExampleObject(name = "西宁市", value = Examples.RANKING)),
                @Content(mediaType = TableAnswer.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = TableAnswer.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "The ranking is that of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unknown, given twice or wrong; `violations` names each",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "404",
            description = "The district is neither on file nor has it hazards",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response rank(@Context UriInfo uri, @Context Request request) throws SQLException, JsonProcessingException {
        QueryReader query = asking.queryOf(uri, PARAMETERS);
        Subject subject = Subject.of(query.word("of", Subject.fields()));
        Question asked = asking.question(query, "parent");
        Period period = period(query, asked);
        String item = query.text("item");
        asking.check(query, asked, "parent");

        Instant end = period.end(asking.zone());
        Edition edition = rules.before(end);
        boolean ended = end.isBefore(asked.asOf()) || end.equals(asked.asOf());
        Instant asOf = ended && !query.gives("asOf") ? end.minusNanos(1_000) : asked.asOf();
        Archive.Of of = new Archive.Of(subject, asked.parent());
        Question question = rankings.question(asked.parent(), period, edition.rules(), asOf);
        Years.Year year = period.kind() == Period.Kind.YEAR ? years.of(of, period, asOf, edition.rules()) : null;
        Ranking ranking = year == null ? rankings.of(subject, question, edition.rules()) : year.ranking();
        RankingReport report = view.of(
                new RankingView.Seen(
                        of,
                        period,
                        question,
                        edition,
                        ranking,
                        year == null ? Map.of() : year.months(),
                        archive.closed(of, period)),
                item);
        return asking.answer(request, query, question, unmoved(report), () -> report, () -> RankingTable.of(report));
    }

    /** What tells answers apart; what the calls in it say of the present moment makes no difference. */
    private static Object unmoved(RankingReport report) {
        return List.of(
                report.of(),
                report.period(),
                report.rules(),
                String.valueOf(report.closedAt()),
                report.items().stream()
                        .map(item -> List.of(
                                String.valueOf(item.place()),
                                item.code(),
                                String.valueOf(item.name()),
                                item.found(),
                                item.months(),
                                String.valueOf(item.closed()),
                                item.consequences(),
                                item.deductions().stream()
                                        .map(each ->
                                                List.of(each.figures(), each.text(), String.valueOf(each.numbers())))
                                        .toList()))
                        .toList());
    }

    private Period period(QueryReader query, Question asked) {
        boolean refused =
                query.violations().stream().anyMatch(each -> each.field().equals("period"));
        Period period = refused ? null : query.period();
        if (period != null && RANKED.contains(period.kind())) {
            return period;
        }
        if (!refused) {
            query.refuse("period", "ranking.period");
        }
        // Something to go on with until the query is refused.
        return Period.day(LocalDate.ofInstant(asked.asOf(), asking.zone()));
    }
}
