package io.bihuan.notification.rest.people;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.people.Absence;
import io.bihuan.notification.people.AbsenceEntry;
import io.bihuan.notification.people.Absences;
import io.bihuan.notification.rest.Answer;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When contacts are away. */
@Path(ContactResource.PATH + "/{id}/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class AbsenceResource {

    private final Absences absences;
    private final CurrentPerson current;
    private final Once once;
    private final Problems problems;

    AbsenceResource(Absences absences, CurrentPerson current, Once once, Problems problems) {
        this.absences = absences;
        this.current = current;
        this.once = once;
        this.problems = problems;
    }

    @GET
    @Operation(operationId = "listAbsences", summary = "When a contact is away, the last entered first")
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
    public Page<AbsenceView> list(UUID id, @Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var before = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        return Page.of(absences.of(id, before, limit + 1), limit, Absence::id, AbsenceView::of);
    }

    @POST
    @Operation(
            operationId = "addAbsence",
            summary = "Notes on which days a contact is away",
            description = "On those days the next one at the post is told; if all are away, the holder is.")
    @APIResponse(
            responseCode = "201",
            description = "The absence; Location names it",
            content = @Content(schema = @Schema(implementation = AbsenceView.class)))
    public Response add(UUID id, @NotNull @Valid AbsenceEntry entry) throws SQLException {
        return once.answer(entry, () -> {
            var absence = absences.add(id, entry.by(current.nameOnRecord(entry.recordedBy())));
            return Answer.created(
                    ContactResource.PATH + "/" + id + "/absences/" + absence.id(), AbsenceView.of(absence));
        });
    }

    @DELETE
    @Path("{absenceId}")
    @Operation(operationId = "removeAbsence", summary = "Strikes an absence out: the contact is there after all")
    @APIResponse(responseCode = "204", description = "It is struck out")
    public void remove(UUID id, UUID absenceId) {
        absences.remove(id, absenceId);
    }
}
