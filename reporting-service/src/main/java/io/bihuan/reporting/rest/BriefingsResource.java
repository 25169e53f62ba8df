package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.briefing.Briefing;
import io.bihuan.reporting.briefing.Briefings;
import io.bihuan.reporting.briefing.Difference;
import io.bihuan.reporting.briefing.Differences;
import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.briefing.Paper;
import io.bihuan.reporting.briefing.State;
import io.bihuan.reporting.briefing.Subject;
import io.bihuan.reporting.briefing.Survey;
import io.bihuan.reporting.briefing.Surveys;
import io.bihuan.reporting.briefing.Text;
import io.bihuan.reporting.facts.Ledger;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Briefings: drafted, edited, issued, and read again for ever. */
@Path(BriefingsResource.PATH)
@Blocking
@Tag(
        name = "Briefings 工作简报",
        description = "Weekly and monthly briefings, whose figures are frozen when they are issued")
class BriefingsResource {

    static final String PATH = "/api/reports/briefings";

    private static final String PROBLEM = "application/problem+json";
    private static final String NUMBER = "Its number, or a draft's id";

    private final Briefings briefings;
    private final Surveys surveys;
    private final Differences differences;
    private final InSight inSight;
    private final Ledger ledger;
    private final BriefingAnswer answer;
    private final Polling polling;
    private final Once once;
    private final Call call;
    private final Texts texts;
    private final Problems problems;
    private final InstantSource clock;
    private final ZoneId zone;

    BriefingsResource(
            Briefings briefings,
            Surveys surveys,
            Differences differences,
            InSight inSight,
            Ledger ledger,
            BriefingAnswer answer,
            Polling polling,
            Once once,
            Call call,
            Texts texts,
            Problems problems,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.briefings = briefings;
        this.surveys = surveys;
        this.differences = differences;
        this.inSight = inSight;
        this.ledger = ledger;
        this.answer = answer;
        this.polling = polling;
        this.once = once;
        this.call = call;
        this.texts = texts;
        this.problems = problems;
        this.clock = clock;
        this.zone = zone;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, BriefingAnswer.DOCX})
    @Operation(operationId = "issueBriefing", summary = "Issues a briefing, or drafts one", description = """
                    The figures are those of the hazards found in the period, as they stand at this moment. An issued briefing draws \
                    the next number of the district, kind and year, and is kept as it is: whatever comes in later, it answers the same \
                    bytes for ever. A period can be issued again, under another number.

                    With `draft: true` nothing is issued: the draft's figures follow the hazards, its text can be edited, and it has \
                    an id in place of a number until it is issued.""")
    @APIResponse(
            responseCode = "201",
            description = "The briefing, at Location",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Paper.class),
                        examples = @ExampleObject(name = "西宁市", value = Examples.BRIEFING)),
                @Content(mediaType = BriefingAnswer.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `violations` names each",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    public Response issueBriefing(@Nullable BriefingOrder order, @Context Request request) throws SQLException {
        if (order == null) {
            throw new Refusal("", "field.json");
        }
        Subject subject = order.subject();
        inSight.demandOwn("district", subject.district());
        Instant now = now();
        if (!ledger.knows(subject.district())) {
            throw new Refusal("district", "field.districtUnknown");
        }
        if (subject.period().begin(zone).isAfter(now)) {
            throw new Refusal("period", "field.periodAhead");
        }
        Survey survey = surveys.of(subject, now);
        Response made = once.answer(order, () -> {
            if (order.drafts()) {
                return draft(201, briefings.draft(subject, order.words()), survey);
            }
            return issued(201, briefings.issue(order.words(), survey));
        });
        return answer.asAsked(made, request);
    }

    @GET
    @Pollable
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listBriefings", summary = "Briefings, the newest first")
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "Of this district and all below it",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only weekly ones 周报 or only monthly ones 月报",
            schema = @Schema(implementation = Kind.class))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only drafts, or only what was issued",
            schema = @Schema(implementation = State.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most, 1 to 500",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "One page. The weak ETag stays as long as it does")
    @APIResponse(responseCode = "304", description = "The page is that of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "404",
            description = "The district is neither on file nor has it hazards or briefings",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Page<BriefingItem> listBriefings(@Context UriInfo uri) throws SQLException {
        ListQuery query = new ListQuery(uri.getQueryParameters(), texts, problems);
        String district = query.district();
        Kind kind = query.oneOf("kind", Kind.class);
        State state = query.oneOf("state", State.class);
        int limit = query.limit();
        UUID before = query.cursor();
        query.refuseWhatIsWrong();
        inSight.demandSeen(district);
        List<Briefing> found = briefings.newest(district, inSight.prefixes(), kind, state, before, limit + 1);
        if (found.isEmpty() && district != null && !ledger.knows(district)) {
            throw problems.noDistrict(district);
        }
        return Page.of(found, limit, Briefing::id, briefing -> BriefingItem.of(briefing, zone));
    }

    @GET
    @Path("{number}")
    @Produces({MediaType.APPLICATION_JSON, BriefingAnswer.DOCX})
    @Operation(
            operationId = "showBriefing",
            summary = "A briefing, as JSON or as a Word file",
            description =
                    "An issued one answers the same bytes for ever, under its number and under the id that it had as a"
                            + " draft. A draft answers with the figures of this moment; its ETag is the version of its text.")
    @Parameter(name = "number", in = ParameterIn.PATH, description = NUMBER, example = "6301-2026-W-018")
    @APIResponse(
            responseCode = "200",
            description = "The briefing",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Paper.class),
                        examples = @ExampleObject(name = "西宁市", value = Examples.BRIEFING)),
                @Content(mediaType = BriefingAnswer.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "It is issued, and that of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "404",
            description = "There is no such briefing",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response showBriefing(String number, @Context Request request) throws SQLException {
        Briefing briefing = briefings.demand(number);
        return briefing.state() == State.ISSUED
                ? answer.issued(briefing, request)
                : answer.draft(briefing, surveys.of(briefing.subject(), now()), request);
    }

    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editBriefing",
            summary = "Lets these words stand in a draft, in place of what stood there",
            description = "A section that is null or not given is proposed by the service again.")
    @Parameter(name = "number", in = ParameterIn.PATH, description = "The draft's id")
    @APIResponse(
            responseCode = "200",
            description = "The draft as it now reads",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Paper.class),
                            examples = @ExampleObject(name = "西宁市", value = Examples.BRIEFING)))
    @APIResponse(
            responseCode = "409",
            description = "It was issued and never changes",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "412",
            description = "Somebody edited it meanwhile",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Text.class),
                            examples = @ExampleObject(name = "one section", value = Examples.BRIEFING_TEXT)))
    public Response editBriefing(String number, @Nullable Text text, @Context Request request) throws SQLException {
        if (text == null) {
            throw new Refusal("", "field.json");
        }
        Briefing draft = briefings.edit(number, Words.checked(text), call.demandedVersions());
        return answer.draft(draft, surveys.of(draft.subject(), now()), request);
    }

    @DELETE
    @Path("{number}")
    @Operation(
            operationId = "dropBriefing",
            summary = "Drops a draft",
            description = "No number is lost by it. With If-Match only if the draft is still the one that was seen.")
    @Parameter(name = "number", in = ParameterIn.PATH, description = "The draft's id")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(
            responseCode = "409",
            description = "It was issued and stays for ever",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "412",
            description = "Somebody edited it meanwhile",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public void dropBriefing(String number) throws SQLException {
        briefings.drop(number, call.versions());
    }

    @POST
    @Path("{number}/issue")
    @Produces({MediaType.APPLICATION_JSON, BriefingAnswer.DOCX})
    @Operation(
            operationId = "issueDraft",
            summary = "Issues a draft",
            description =
                    "It draws its number, and its figures are frozen as of this moment. With If-Match only if the draft"
                            + " is still the one that was seen.")
    @Parameter(name = "number", in = ParameterIn.PATH, description = "The draft's id")
    @APIResponse(
            responseCode = "200",
            description = "The briefing, for ever at Location",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Paper.class),
                        examples = @ExampleObject(name = "西宁市", value = Examples.BRIEFING)),
                @Content(mediaType = BriefingAnswer.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "412",
            description = "Somebody edited it meanwhile",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    @APIResponse(
            responseCode = "409",
            description = "It was issued already",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response issueDraft(String number, @Context Request request) throws SQLException {
        Survey survey = surveys.of(briefings.demand(number).subject(), now());
        Response made = once.answer(Map.of(), () -> issued(200, briefings.issue(number, call.versions(), survey)));
        return answer.asAsked(made, request);
    }

    @GET
    @Pollable
    @Path("{number}/difference")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "compareBriefing",
            summary = "What an issued briefing would say otherwise today",
            description =
                    "The same question as of now, minus the frozen figures, per district and measure; only what differs."
                            + " With `asOf` the moment of issue: what was reported late or corrected since.")
    @Parameter(name = "number", in = ParameterIn.PATH, description = "Its number", example = "6301-2026-W-018")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As things stood at this instant or at the end of this date; now if not given",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The difference; without items if there is none. The weak ETag stays as long as it does",
            content =
                    @Content(
                            schema = @Schema(implementation = Difference.class),
                            examples = @ExampleObject(name = "one more was found", value = Examples.DIFFERENCE)))
    @APIResponse(responseCode = "304", description = "The difference is that of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "409",
            description = "It is a draft, of which nothing is frozen",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response compareBriefing(String number, @Context UriInfo uri) throws SQLException, JsonProcessingException {
        ListQuery query = new ListQuery(uri.getQueryParameters(), texts, problems);
        Instant asOf = query.moment("asOf", new Moments(zone));
        query.refuseWhatIsWrong();
        Difference difference = differences.of(briefings.demand(number), asOf == null ? now() : asOf);
        List<Object> told =
                List.of(asOf == null ? "now" : asOf, difference.number(), difference.items(), difference.total());
        return Response.ok(difference).tag(polling.tag(told)).build();
    }

    private Answer draft(int status, Briefing draft, Survey survey) {
        return new Answer(
                status, PATH + "/" + draft.name(), Integer.toString(draft.version()), briefings.preview(draft, survey));
    }

    private Answer issued(int status, Briefing issued) throws SQLException {
        byte[] content = briefings.files(issued).content();
        return new Answer(status, PATH + "/" + issued.name(), BriefingAnswer.tag(content), content);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
