package io.bihuan.notification.rest.ladders;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.deadline.Ladders;
import io.bihuan.notification.deadline.Ladders.Edition;
import io.bihuan.notification.deadline.Outlooks;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.rest.Call;
import io.bihuan.notification.rest.Discretion;
import io.bihuan.notification.rest.InSight;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.rest.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ladders of steps before and after a deadline, one per grade. */
@Path("/api/notifications/ladders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ladders", description = "Who is reminded of a deadline when 督办阶梯, per grade, by version")
class LadderResource {

    private static final String GRADE = "{grade: MAJOR|SERIOUS|GENERAL|MINOR}";

    private final Ladders ladders;
    private final Outlooks outlooks;
    private final InSight inSight;
    private final CurrentPerson current;
    private final Discretion discretion;
    private final Call call;
    private final Problems problems;

    LadderResource(
            Ladders ladders,
            Outlooks outlooks,
            InSight inSight,
            CurrentPerson current,
            Discretion discretion,
            Call call,
            Problems problems) {
        this.ladders = ladders;
        this.outlooks = outlooks;
        this.inSight = inSight;
        this.current = current;
        this.discretion = discretion;
        this.call = call;
        this.problems = problems;
    }

    /** A list of ladders. */
    @Schema(name = "LadderList")
    record LadderList(List<LadderView> items) {}

    @GET
    @Operation(operationId = "listLadders", summary = "The ladder in force of each grade, the gravest first")
    public LadderList list() throws SQLException {
        var current = new ArrayList<LadderView>();
        for (var grade : Grade.values()) {
            current.add(LadderView.of(ladders.editions(grade).get(0)));
        }
        return new LadderList(current);
    }

    @GET
    @Path(GRADE)
    @Operation(
            operationId = "showLadder",
            summary = "The ladder of a grade that is in force",
            description = "Its ETag is its version.")
    @APIResponseSchema(LadderView.class)
    public Response show(@PathParam("grade") Grade grade) throws SQLException {
        return answer(ladders.editions(grade).get(0));
    }

    @GET
    @Path(GRADE + "/versions")
    @Operation(operationId = "listLadderVersions", summary = "Every version of a grade's ladder, the newest first")
    public LadderList versions(@PathParam("grade") Grade grade) throws SQLException {
        return new LadderList(
                ladders.editions(grade).stream().map(LadderView::of).toList());
    }

    @GET
    @Path(GRADE + "/versions/{version: [0-9]{1,9}}")
    @Operation(operationId = "showLadderVersion", summary = "One version of a grade's ladder")
    public LadderView version(@PathParam("grade") Grade grade, @PathParam("version") int version) throws SQLException {
        return ladders.editions(grade).stream()
                .filter(edition -> edition.ladder().version() == version)
                .findFirst()
                .map(LadderView::of)
                .orElseThrow(() -> new NotOnRecord("ladder", version));
    }

    @PUT
    @Path(GRADE)
    @Operation(
            operationId = "replaceLadder",
            summary = "Enters the next version of a grade's ladder, by which deadlines are planned from now on",
            description =
                    "A hazard keeps the version that planned it until its deadline or its grade changes. The same again"
                            + " changes nothing.")
    @APIResponseSchema(LadderView.class)
    public Response replace(@PathParam("grade") Grade grade, @NotNull @Valid LadderEntry entry) throws SQLException {
        return answer(ladders.replace(
                grade, entry.counted(), entry.steps(), call.versions(), current.nameOnRecord(entry.recordedBy())));
    }

    @GET
    @Path("preview")
    @Operation(
            operationId = "previewLadder",
            summary =
                    "What the present deadline of one hazard has brought and will bring: when, to whom, in which words",
            description =
                    "Sends nothing. Whoever holds a post on the day is told, so a change of contacts, absences, rosters"
                            + " or templates before then changes the outlook.")
    @Parameter(
            name = "hazardId",
            in = ParameterIn.QUERY,
            required = true,
            description = "The hazard",
            schema = @Schema(implementation = UUID.class))
    public OutlookView preview(@Context UriInfo uri) throws SQLException {
        var query = new Query(uri.getQueryParameters(), problems);
        var hazardId = query.uuid("hazardId");
        query.refuseWhatIsWrong();
        if (hazardId == null) {
            throw new Refusal("hazardId", "required");
        }
        var outlook = outlooks.of(hazardId, inSight.scope());
        return OutlookView.of(
                outlook, outlook.steps().isEmpty() ? problems.words("outlook." + outlook.status()) : null, discretion);
    }

    private static Response answer(Edition edition) {
        return Response.ok(LadderView.of(edition))
                .tag(Integer.toString(edition.ladder().version()))
                .build();
    }
}
