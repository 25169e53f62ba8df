package io.bihuan.notification.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.deadline.Reminder;
import io.bihuan.notification.deadline.ReminderState;
import io.bihuan.notification.deadline.Reminders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reminders that people look up. */
@Path("/api/notifications/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders")
class ReminderResource {

    private final Reminders reminders;
    private final CurrentPerson current;
    private final Problems problems;

    ReminderResource(Reminders reminders, CurrentPerson current, Problems problems) {
        this.reminders = reminders;
        this.current = current;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listReminders",
            summary = "Reminders of the hazards that the caller may see, newest first")
    @Parameter(
            name = "hazardId",
            in = ParameterIn.QUERY,
            description = "Of this hazard only",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "In this state only",
            schema = @Schema(implementation = ReminderState.class))
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
    @APIResponse(responseCode = "400", description = "A parameter is wrong or unknown; `violations` say which")
    public Page<ReminderItem> list(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var hazardId = query.uuid("hazardId");
        var state = query.oneOf("state", ReminderState.class);
        var before = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        return Page.of(
                reminders.newest(current.scope(), hazardId, state, before, limit + 1),
                limit,
                Reminder::id,
                ReminderItem::of);
    }
}
