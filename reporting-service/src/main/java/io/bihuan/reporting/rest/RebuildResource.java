package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bihuan.reporting.facts.Rebuilds;
import io.bihuan.reporting.facts.Rebuilds.Rebuild;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Makes everything anew from what was told. */
@Path("/api/reports/rebuilds")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation", description = "Proof that the figures are those of the hazards")
class RebuildResource {

    /** How far a rebuild is. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Rebuild", description = "How far a rebuild is")
    record State(
            long id,
            Progress state,
            OffsetDateTime wantedAt,
            @Nullable OffsetDateTime begunAt,

            @Schema(description = "How many events were read so far")
            long events,

            @Nullable OffsetDateTime finishedAt,

            @Schema(description = "Why it ended without changing anything; null if it did not") @Nullable
            String problem) {}

    /** Where a rebuild stands. */
    enum Progress {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    private final Rebuilds rebuilds;
    private final Asking asking;
    private final Problems problems;
    private final Once once;

    RebuildResource(Rebuilds rebuilds, Asking asking, Problems problems, Once once) {
        this.rebuilds = rebuilds;
        this.asking = asking;
        this.problems = problems;
        this.once = once;
    }

    @POST
    @Operation(
            operationId = "rebuildReports",
            summary = "Makes all that is known anew from the topics",
            description = """
                    Reads all events from the beginning into tables beside those in use and then swaps them; until then the reports answer \
                    from those in use, and what is told meanwhile is not lost. Asked for again before it is done it is the same rebuild; with \
                    the same Idempotency-Key it is also afterwards, and is answered as at first.""")
    @APIResponse(
            responseCode = "202",
            description = "It will be done; Location says where to ask how far it is",
            content =
                    @Content(
                            schema = @Schema(implementation = State.class),
                            examples = @ExampleObject(name = "running", value = Examples.REBUILD)))
    public Response rebuild() throws SQLException {
        return once.answer(Map.of(), () -> {
            Rebuild wanted = rebuilds.want();
            return new Answer(202, "/api/reports/rebuilds/" + wanted.id(), null, state(wanted));
        });
    }

    @GET
    @Pollable
    @Path("/{id: \\d{1,18}}")
    @Operation(operationId = "rebuildState", summary = "How far a rebuild is")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content =
                    @Content(
                            schema = @Schema(implementation = State.class),
                            examples = @ExampleObject(name = "running", value = Examples.REBUILD)))
    @APIResponse(responseCode = "304", description = "It is no further than the ETag in If-None-Match says")
    @APIResponse(
            responseCode = "404",
            description = "There is no such rebuild",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public State state(@Parameter(description = "The rebuild's number") @PathParam("id") long id, @Context UriInfo uri)
            throws SQLException {
        asking.check(asking.queryOf(uri, List.of()));
        Rebuild rebuild = rebuilds.find(id);
        if (rebuild == null) {
            throw problems.notFound();
        }
        return state(rebuild);
    }

    private State state(Rebuild rebuild) {
        Progress progress = rebuild.finishedAt() == null
                ? rebuild.begunAt() == null ? Progress.WAITING : Progress.RUNNING
                : rebuild.problem() == null ? Progress.DONE : Progress.FAILED;
        return new State(
                rebuild.id(),
                progress,
                Objects.requireNonNull(asking.local(rebuild.wantedAt())),
                asking.local(rebuild.begunAt()),
                rebuild.events(),
                asking.local(rebuild.finishedAt()),
                rebuild.problem());
    }
}
