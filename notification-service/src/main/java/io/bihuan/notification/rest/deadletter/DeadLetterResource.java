package io.bihuan.notification.rest.deadletter;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadletter.DeadLetter;
import io.bihuan.notification.deadletter.DeadLetterOffice;
import io.bihuan.notification.deadletter.DeadLetterState;
import io.bihuan.notification.deadletter.SettledOtherwiseException;
import io.bihuan.notification.deadletter.StillBrokenException;
import io.bihuan.notification.rest.Answer;
import io.bihuan.notification.rest.Once;
import io.bihuan.notification.rest.Page;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.rest.Query;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The records that could not be used, for an operator to settle. */
@Path("/api/notifications/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Dead letters")
class DeadLetterResource {

    private final DeadLetterOffice letters;
    private final Once once;
    private final Problems problems;

    DeadLetterResource(DeadLetterOffice letters, Once once, Problems problems) {
        this.letters = letters;
        this.once = once;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "Records that could not be used, newest first, without their content")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "In this state only",
            schema = @Schema(implementation = DeadLetterState.class))
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "Set aside for this reason only",
            schema = @Schema(implementation = BrokenRecordException.Reason.class))
    @Parameter(
            name = "topic",
            in = ParameterIn.QUERY,
            description = "That came from this topic only",
            schema = @Schema(implementation = String.class, examples = "hazard.events"))
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
    public Page<DeadLetterItem> listDeadLetters(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var state = query.oneOf("state", DeadLetterState.class);
        var reason = query.oneOf("reason", BrokenRecordException.Reason.class);
        var topic = query.text("topic");
        var before = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        return Page.of(
                letters.newest(state, reason, topic, before, limit + 1), limit, DeadLetter::id, DeadLetterItem::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "openDeadLetter", summary = "One dead letter with its key, headers and value as text")
    @APIResponse(responseCode = "200", description = "The letter with its content")
    public OpenedLetter openDeadLetter(UUID id) {
        return OpenedLetter.of(letters.one(id));
    }

    @POST
    @Path("/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Reads the very record again, as when it came",
            description =
                    "For a record that was refused for a reason that is gone: a fault of this service that was mended,"
                            + " say. One that is older than what was read since changes nothing, and `changed` says so. Retrying again"
                            + " one that is RETRIED changes nothing either.")
    @APIResponse(responseCode = "200", description = "It could be used: the letter as it now stands")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is of no use still, `detail` says why, and it goes on WAITING; or it was DROPPED: `state`")
    @APIResponseSchema(value = DeadLetterItem.class, responseCode = "200")
    public Response retryDeadLetter(UUID id) throws SQLException {
        try {
            return once.answer(Map.of(), () -> Answer.ok(DeadLetterItem.of(letters.retry(id))));
        } catch (StillBrokenException e) {
            letters.noteFailure(e);
            throw problems.conflict(
                    "dead-letter-still-broken",
                    DeadLetterState.WAITING,
                    e.why().reason(),
                    e.why().detail());
        } catch (SettledOtherwiseException e) {
            throw problems.conflict("dead-letter-settled", e.state(), e.state());
        }
    }

    @POST
    @Path("/{id}/drop")
    @Operation(
            operationId = "dropDeadLetter",
            summary = "Settles a dead letter that is not needed",
            description = "It stays on file with the reason. Dropping again one that is DROPPED changes nothing.")
    @APIResponse(responseCode = "200", description = "The letter as it now stands")
    @APIResponse(responseCode = "409", description = "It was RETRIED already: `state`")
    @APIResponseSchema(value = DeadLetterItem.class, responseCode = "200")
    public Response dropDeadLetter(UUID id, @NotNull @Valid Drop drop) throws SQLException {
        try {
            return once.answer(drop, () -> Answer.ok(DeadLetterItem.of(letters.drop(id, drop.reason()))));
        } catch (SettledOtherwiseException e) {
            throw problems.conflict("dead-letter-settled", e.state(), e.state());
        }
    }
}
