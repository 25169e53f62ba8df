package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Clocks;
import io.bihuan.hazard.casework.ServiceClocks;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Once;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How soon milestones are due; of several clocks that apply, the shortest counts */
@Path("/api/service-clocks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases 工单")
class ServiceClocksResource {

    private final Clocks clocks;
    private final Once once;
    private final Call call;

    ServiceClocksResource(Clocks clocks, Once once, Call call) {
        this.clocks = clocks;
        this.once = once;
        this.call = call;
    }

    @GET
    @Operation(summary = "The service clocks that cases are held to", description = "Their ETag is their version.")
    @APIResponseSchema(ServiceClocksView.class)
    public Response showServiceClocks() {
        ServiceClocks inForce = clocks.inForce();
        return Response.ok(ServiceClocksView.of(inForce))
                .tag(Integer.toString(inForce.version()))
                .build();
    }

    @PUT
    @Operation(summary = "Puts other service clocks in force", description = "A case keeps what it was received under.")
    @APIResponseSchema(ServiceClocksView.class)
    public Response replaceServiceClocks(@NotNull @Valid ServiceClocksRequest request) {
        return once.answer(request, () -> {
            ServiceClocks changed = clocks.change(request.list(), call.versions());
            return Answer.changed(changed.version(), ServiceClocksView.of(changed));
        });
    }
}
