package io.bihuan.hazard.rest.privacy;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.casework.Cases;
import io.bihuan.hazard.privacy.Capacity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who called, in full. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Personal data 个人信息",
        description = "Who reported, who looked at that, and what is erased when its time is over")
class CallersResource {

    private final Cases cases;
    private final Looking looking;
    private final CurrentPerson current;

    CallersResource(Cases cases, Looking looking, CurrentPerson current) {
        this.current = current;
        this.cases = cases;
        this.looking = looking;
    }

    @GET
    @Path("{id}/caller")
    @Operation(
            summary = "Who called, in full",
            description = Looking.RECORDED + " Nothing but nulls if nobody gave a name or number.")
    public ReporterView showCaller(
            UUID id, @QueryParam("why") @Parameter(description = Looking.WHY) @Nullable String why) {
        demandOnRecord(id);
        ReporterView caller = ReporterView.of(looking.at(id, why).get(Capacity.CALLER));
        return caller == null ? new ReporterView(null, null, null) : caller;
    }

    @GET
    @Path("{id}/looks")
    @Operation(summary = "Who looked at a case's caller, the latest first", description = "The last thousand.")
    public LookList listLooksAtCaller(UUID id) {
        demandOnRecord(id);
        return looking.until(id);
    }

    private void demandOnRecord(UUID id) {
        if (cases.find(id, current.scope()).isEmpty()) {
            throw new NotOnRecord("case", id);
        }
    }
}
