package io.bihuan.notification.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.delivery.Message;
import io.bihuan.notification.delivery.MessageState;
import io.bihuan.notification.delivery.Messages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages that people look up. */
@Path("/api/notifications/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
class MessageResource {

    private final Messages messages;
    private final CurrentPerson current;
    private final Discretion discretion;
    private final Problems problems;

    MessageResource(Messages messages, CurrentPerson current, Discretion discretion, Problems problems) {
        this.messages = messages;
        this.current = current;
        this.discretion = discretion;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listMessages",
            summary = "Messages with what became of them, newest first",
            description =
                    "Those that tell of hazards and duties that the caller may see, and of nothing else: a digest that also tells"
                            + " of another district's is not among them.")
    @Parameter(
            name = "hazardId",
            in = ParameterIn.QUERY,
            description = "About this hazard only",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "To this phone only, as it is on file; write + as %2B. Only for who sees phones in full",
            schema = @Schema(implementation = String.class, examples = "13900000000"))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "In this state only",
            schema = @Schema(implementation = MessageState.class))
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
    public Page<MessageItem> list(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var hazardId = query.uuid("hazardId");
        var phone = query.text("to");
        var state = query.oneOf("state", MessageState.class);
        var before = query.cursor();
        int limit = query.limit();
        if (phone != null && !discretion.showsPhones()) {
            query.refuse("to", "phones-hidden");
        }
        query.refuseWhatIsWrong();
        var found = messages.newest(current.scope(), hazardId, phone, state, before, limit + 1);
        var hazards = messages.hazardsOf(found);
        var unit = discretion.unit();
        var own = unit == null ? Set.<UUID>of() : messages.toPeopleOf(unit, found);
        return Page.of(
                found,
                limit,
                Message::id,
                one -> MessageItem.of(
                        one,
                        own.contains(one.id()) ? one.phone() : discretion.phone(one.phone()),
                        hazards.getOrDefault(one.id(), List.of())));
    }
}
