package io.bihuan.reporting.rest;

import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.briefing.schedule.Schedule;
import io.bihuan.reporting.briefing.schedule.ScheduleEntry;
import io.bihuan.reporting.briefing.schedule.Schedules;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.ZoneId;
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
import org.jspecify.annotations.Nullable;

/** The register of schedules by which briefings are issued by themselves. */
@Path(SchedulesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Briefing schedules", description = "When districts' briefings are issued, or drafted, by themselves")
class SchedulesResource {

    static final String PATH = "/api/reports/briefing-schedules";

    private static final String PROBLEM = "application/problem+json";

    private static final String ID = "The schedule's id";

    private final Schedules schedules;
    private final InSight inSight;
    private final Ledger ledger;
    private final Once once;
    private final Call call;
    private final Texts texts;
    private final Problems problems;
    private final ZoneId zone;

    SchedulesResource(
            Schedules schedules,
            InSight inSight,
            Ledger ledger,
            Once once,
            Call call,
            Texts texts,
            Problems problems,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.schedules = schedules;
        this.inSight = inSight;
        this.ledger = ledger;
        this.once = once;
        this.call = call;
        this.texts = texts;
        this.problems = problems;
        this.zone = zone;
    }

    @GET
    @Pollable
    @Operation(operationId = "listBriefingSchedules", summary = "Schedules, the newest first")
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "Of this district and all below it",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9A-Z]{1,12}$"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only those of weekly briefings 周报 or only those of monthly ones 月报",
            schema = @Schema(implementation = Kind.class))
    @Parameter(
            name = "active",
            in = ParameterIn.QUERY,
            description = "true for those in use, false for those that have ended",
            schema = @Schema(type = SchemaType.BOOLEAN))
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
            description = "The district is neither on file nor has it hazards or schedules",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Page<ScheduleView> listBriefingSchedules(@Context UriInfo uri) throws SQLException {
        ListQuery query = new ListQuery(uri.getQueryParameters(), texts, problems);
        String district = query.district();
        Kind kind = query.oneOf("kind", Kind.class);
        Boolean active = query.yesOrNo("active");
        int limit = query.limit();
        UUID before = query.cursor();
        query.refuseWhatIsWrong();
        inSight.demandSeen(district);
        List<Schedule> found = schedules.newest(district, inSight.prefixes(), kind, active, before, limit + 1);
        if (found.isEmpty() && district != null && !ledger.knows(district)) {
            throw problems.noDistrict(district);
        }
        return Page.of(found, limit, Schedule::id, schedule -> ScheduleView.of(schedule, zone));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterBriefingSchedule",
            summary = "Takes a schedule on file",
            description =
                    "Only district and kind must be given: a weekly briefing is issued on Friday at 17:00 and reports the"
                            + " week that the day lies in, a monthly one on the 25th at 17:00 and reports the month. The first time"
                            + " after now is the first. One schedule per district and kind.")
    @APIResponse(
            responseCode = "201",
            description = "The schedule, at Location",
            content =
                    @Content(
                            schema = @Schema(implementation = ScheduleView.class),
                            examples = @ExampleObject(name = "every Friday", value = Examples.SCHEDULE)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `violations` names each",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    public Response enterBriefingSchedule(@Nullable ScheduleEntry entry) throws SQLException {
        ScheduleEntry given = given(entry);
        return once.answer(given, () -> {
            Schedule schedule = schedules.enter(given);
            return new Answer(
                    201,
                    PATH + "/" + schedule.id(),
                    Integer.toString(schedule.version()),
                    ScheduleView.of(schedule, zone));
        });
    }

    @GET
    @Pollable
    @Path("{id}")
    @Parameter(name = "id", in = ParameterIn.PATH, description = ID)
    @Operation(
            operationId = "showBriefingSchedule",
            summary = "One schedule as it now stands on file",
            description = "Its ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule",
            content =
                    @Content(
                            schema = @Schema(implementation = ScheduleView.class),
                            examples = @ExampleObject(name = "every Friday", value = Examples.SCHEDULE)))
    @APIResponse(responseCode = "304", description = "It is at the version of the ETag in If-None-Match")
    @APIResponse(
            responseCode = "404",
            description = "There is none",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response showBriefingSchedule(UUID id) throws SQLException {
        return answer(schedules.demand(id));
    }

    @PUT
    @Path("{id}")
    @Parameter(name = "id", in = ParameterIn.PATH, description = ID)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceBriefingSchedule",
            summary = "Lets a schedule stand on file like this, in place of what stood there",
            description = "What was issued stays. With If-Match only if it is still the one that was seen.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule as it now stands",
            content =
                    @Content(
                            schema = @Schema(implementation = ScheduleView.class),
                            examples = @ExampleObject(name = "every Friday", value = Examples.SCHEDULE)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody changed it meanwhile",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response replaceBriefingSchedule(UUID id, @Nullable ScheduleEntry entry) throws SQLException {
        return answer(schedules.replace(id, given(entry), call.versions()));
    }

    @DELETE
    @Path("{id}")
    @Parameter(name = "id", in = ParameterIn.PATH, description = ID)
    @Operation(
            operationId = "endBriefingSchedule",
            summary = "Ends a schedule",
            description = "What it issued stays. With If-Match only if it is still the one that was seen.")
    @APIResponse(responseCode = "204", description = "It has ended")
    @APIResponse(
            responseCode = "412",
            description = "Somebody changed it meanwhile",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public void endBriefingSchedule(UUID id) throws SQLException {
        schedules.end(id, call.versions());
    }

    private ScheduleEntry given(@Nullable ScheduleEntry entry) {
        if (entry == null) {
            throw new Refusal("", "field.json");
        }
        inSight.demandOwn("district", entry.district());
        return entry;
    }

    private Response answer(Schedule schedule) {
        return Response.ok(ScheduleView.of(schedule, zone))
                .tag(Integer.toString(schedule.version()))
                .build();
    }
}
