package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.Extensions;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extensions of the deadline 延期. */
@Path("/api/hazards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class ExtensionsResource {

    private final Extensions extensions;
    private final Stepping stepping;
    private final Times times;
    private final Call call;

    ExtensionsResource(Extensions extensions, Stepping stepping, Times times, Call call) {
        this.extensions = extensions;
        this.stepping = stepping;
        this.times = times;
        this.call = call;
    }

    @POST
    @Path("{id}/extension-requests")
    @Operation(
            summary = "Asks for a later deadline 申请延期",
            description = "ASSIGNED stays; before the deadline has passed, and within the policy's limit")
    @APIResponseSchema(HazardView.class)
    public Response askForExtension(UUID id, @NotNull @Valid ExtensionForm request) {
        return stepping.answer(
                request,
                () -> extensions.ask(
                        call.target(id), request.until(), request.reason(), request.interimControls(), times.live()));
    }

    @POST
    @Path("{id}/extension-requests/{n}/decision")
    @Operation(
            summary = "Approves or refuses an extension",
            description = "ASSIGNED stays; approved, the deadline is the one asked for")
    @APIResponseSchema(HazardView.class)
    public Response decideExtension(
            UUID id,
            @PathParam("n") @Parameter(description = "Which of the hazard's requests: 1, 2, 3…") int n,
            @NotNull @Valid DecisionRequest request) {
        return stepping.answer(
                request,
                () -> extensions.decide(call.target(id), n, request.approved(), request.reason(), times.live()));
    }
}
