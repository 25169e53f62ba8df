package io.bihuan.notification.rest.duty;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.duty.Duties;
import io.bihuan.notification.duty.Duty;
import io.bihuan.notification.duty.DutyEntry;
import io.bihuan.notification.duty.Occurrence;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.rest.Answer;
import io.bihuan.notification.rest.Call;
import io.bihuan.notification.rest.InSight;
import io.bihuan.notification.rest.Once;
import io.bihuan.notification.rest.Page;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.rest.Query;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of reporting duties 报送任务. */
@Path(DutyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Duties", description = "What districts have to submit again and again, and whether they did")
class DutyResource {

    static final String PATH = "/api/notifications/duties";

    private final Duties duties;
    private final InSight inSight;
    private final CurrentPerson current;
    private final Once once;
    private final Call call;
    private final Problems problems;
    private final InstantSource time;

    DutyResource(
            Duties duties,
            InSight inSight,
            CurrentPerson current,
            Once once,
            Call call,
            Problems problems,
            InstantSource time) {
        this.duties = duties;
        this.inSight = inSight;
        this.current = current;
        this.once = once;
        this.call = call;
        this.problems = problems;
        this.time = time;
    }

    @GET
    @Operation(operationId = "listDuties", summary = "Reporting duties, the newest first")
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "Of this district and all below it",
            schema = @Schema(implementation = String.class, examples = "6301"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Of this kind only",
            schema = @Schema(implementation = Kind.class))
    @Parameter(
            name = "active",
            in = ParameterIn.QUERY,
            description = "true for those in use, false for those that have ended",
            schema = @Schema(implementation = Boolean.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most, 1 to 500",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "nextCursor of the page before",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "One page")
    public Page<DutyView> listDuties(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var district = query.text("district");
        var kind = query.oneOf("kind", Kind.class);
        var active = query.yesOrNo("active");
        var before = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        return Page.of(
                duties.newest(inSight.scope(), district, kind, active, before, limit + 1),
                limit,
                Duty::id,
                DutyView::of);
    }

    @POST
    @Operation(
            operationId = "enterDuty",
            summary = "Takes a reporting duty on file",
            description =
                    "Only district, name and kind must be given: a daily report is due at 17:00 within the heating"
                            + " season, a weekly one on Friday at 17:00, a monthly one on the 25th at 17:00. The first time after now is"
                            + " the first that anybody is reminded of.")
    @APIResponse(
            responseCode = "201",
            description = "The duty; Location names it",
            content = @Content(schema = @Schema(implementation = DutyView.class)))
    public Response enterDuty(@NotNull @Valid DutyEntry entry) throws SQLException {
        inSight.demandOwn(entry.districtCode(), null);
        return once.answer(entry, () -> {
            var duty = duties.enter(entry.by(current.nameOnRecord(entry.recordedBy())));
            return Answer.created(PATH + "/" + duty.id(), duty.version(), DutyView.of(duty));
        });
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "showDuty",
            summary = "One duty as it now stands on file",
            description = "Its ETag is its version.")
    @APIResponseSchema(DutyView.class)
    public Response showDuty(UUID id, @Context Request request) {
        var duty = duties.demand(id);
        var tag = tag(duty);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(DutyView.of(duty)).tag(tag).build();
    }

    @PUT
    @Path("{id}")
    @Operation(
            operationId = "replaceDuty",
            summary = "Lets a duty stand on file like this, in place of what stood there",
            description = "What is not due yet is due anew as the body says; what was due stays. The same again changes"
                    + " nothing.")
    @APIResponseSchema(DutyView.class)
    public Response replaceDuty(UUID id, @NotNull @Valid DutyEntry entry) throws SQLException {
        inSight.demandOwn(entry.districtCode(), null);
        var duty = duties.replace(id, entry.by(current.nameOnRecord(entry.recordedBy())), call.versions());
        return Response.ok(DutyView.of(duty)).tag(tag(duty)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "endDuty",
            summary = "Ends a duty",
            description = "Nobody is reminded of it any more; what was due and submitted stays on file.")
    @APIResponse(responseCode = "204", description = "It has ended")
    public void endDuty(UUID id) throws SQLException {
        duties.end(id, call.versions(), current.get().name());
    }

    @GET
    @Path("{id}/occurrences")
    @Operation(
            operationId = "listDutyOccurrences",
            summary = "What was and is due of a duty, the newest first",
            description = "The next time is there ahead.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most, 1 to 500",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "nextCursor of the page before",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "One page")
    public Page<OccurrenceView> listDutyOccurrences(UUID id, @Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var before = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        duties.demand(id);
        var now = time.instant();
        return Page.of(
                duties.occurrences(id, before, limit + 1),
                limit,
                Occurrence::id,
                occurrence -> OccurrenceView.of(occurrence, now));
    }

    @POST
    @Path("{id}/submissions")
    @Operation(
            operationId = "submitDuty",
            summary = "Says that what is due of a period was submitted",
            description = "Nobody is reminded of that period any more, and a message that still waits is called back."
                    + " Submitting a period again changes nothing: the first submission stands.")
    @APIResponse(responseCode = "200", description = "The occurrence as it now stands")
    @APIResponseSchema(value = OccurrenceView.class, responseCode = "200")
    public Response submitDuty(UUID id, @NotNull @Valid Submission submission) throws SQLException {
        return once.answer(submission, () -> {
            var now = time.instant();
            return Answer.ok(
                    OccurrenceView.of(duties.submit(id, submission.period(), submission.document(), now), now));
        });
    }

    private static EntityTag tag(Duty duty) {
        return new EntityTag(Integer.toString(duty.version()));
    }
}
