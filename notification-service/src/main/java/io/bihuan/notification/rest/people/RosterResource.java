package io.bihuan.notification.rest.people;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Roster;
import io.bihuan.notification.people.Shift;
import io.bihuan.notification.people.ShiftEntry;
import io.bihuan.notification.rest.Answer;
import io.bihuan.notification.rest.InSight;
import io.bihuan.notification.rest.Once;
import io.bihuan.notification.rest.Page;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.rest.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The roster 值班表. */
@Path(RosterResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class RosterResource {

    static final String PATH = "/api/notifications/rosters";

    private final Roster roster;
    private final InSight inSight;
    private final CurrentPerson current;
    private final Once once;
    private final Problems problems;

    RosterResource(Roster roster, InSight inSight, CurrentPerson current, Once once, Problems problems) {
        this.roster = roster;
        this.inSight = inSight;
        this.current = current;
        this.once = once;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listShifts",
            summary = "Who is on duty when, by the first day",
            description = "Filters are combined with AND.")
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "In this district and all below it",
            schema = @Schema(implementation = String.class, examples = "6301"))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "At this post only",
            schema = @Schema(implementation = Role.class))
    @Parameter(
            name = "day",
            in = ParameterIn.QUERY,
            description = "On this local date",
            schema = @Schema(implementation = LocalDate.class))
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
    public Page<ShiftView> list(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var district = query.text("district");
        var role = query.oneOf("role", Role.class);
        var day = query.date("day");
        var after = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        return Page.of(
                roster.byDay(inSight.scope(), district, role, day, after, limit + 1), limit, Shift::id, ShiftView::of);
    }

    @POST
    @Operation(
            operationId = "addShift",
            summary = "Puts a contact on duty at a district's post",
            description =
                    "Who is on duty is told instead of the holder, unless away. At a post one person is on duty a day.")
    @APIResponse(
            responseCode = "201",
            description = "The shift; Location names it",
            content = @Content(schema = @Schema(implementation = ShiftView.class)))
    public Response add(@NotNull @Valid ShiftEntry entry) throws SQLException {
        inSight.demandOwn(entry.districtCode(), null);
        if (!inSight.covers(entry.contactId())) {
            throw new Refusal("contactId", "contact-unknown");
        }
        return once.answer(entry, () -> {
            var shift = roster.add(entry.by(current.nameOnRecord(entry.recordedBy())));
            return Answer.created(PATH + "/" + shift.id(), ShiftView.of(shift));
        });
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "showShift", summary = "One shift of the roster")
    @APIResponse(responseCode = "200", description = "The shift")
    public ShiftView show(UUID id) {
        return ShiftView.of(roster.demand(id));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeShift", summary = "Strikes a shift out of the roster")
    @APIResponse(responseCode = "204", description = "It is struck out")
    public void remove(UUID id) {
        roster.remove(id);
    }
}
