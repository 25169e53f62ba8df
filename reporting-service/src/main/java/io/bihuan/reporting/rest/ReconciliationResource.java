package io.bihuan.reporting.rest;

import io.bihuan.reporting.facts.Reconciliation;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proves the figures, and mends them. */
@Path("/api/reports/reconcile")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation", description = "Proof that the figures are those of the hazards")
class ReconciliationResource {

    private static final int MOST_TOLD = 1_000;

    private final Reconciliation reconciliation;
    private final Once once;

    ReconciliationResource(Reconciliation reconciliation, Once once) {
        this.reconciliation = reconciliation;
        this.once = once;
    }

    @POST
    @Operation(
            operationId = "reconcileTotals",
            summary = "Counts all hazards anew and mends totals that differ",
            description = """
                    Every total is recomputed from how the hazards stand. A difference means that somebody or something changed the \
                    database: it is told, logged and mended. While a topmost district is counted, what happens meanwhile waits: some \
                    seconds for a million hazards. Done twice it finds nothing the second time.""")
    @APIResponse(
            responseCode = "200",
            description = "What differed, up to 1,000 totals measure by measure; `totals` 0 if nothing did",
            content =
                    @Content(
                            schema = @Schema(implementation = Reconciliation.Outcome.class),
                            examples = @ExampleObject(name = "a total was changed", value = Examples.RECONCILIATION)))
    public Response reconcile() throws SQLException {
        return once.answer(Map.of(), () -> new Answer(200, null, null, reconciliation.reconcile(MOST_TOLD)));
    }
}
