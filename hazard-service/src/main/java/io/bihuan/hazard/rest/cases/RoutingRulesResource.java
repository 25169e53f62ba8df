package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Routing;
import io.bihuan.hazard.casework.RoutingRules;
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

/** The rules that route cases; the most specific that applies wins, of several the first */
@Path("/api/routing-rules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases 工单")
class RoutingRulesResource {

    private final Routing routing;
    private final Once once;
    private final Call call;

    RoutingRulesResource(Routing routing, Once once, Call call) {
        this.routing = routing;
        this.once = once;
        this.call = call;
    }

    @GET
    @Operation(summary = "The rules that propose who handles a case", description = "Their ETag is their version.")
    @APIResponseSchema(RoutingRulesView.class)
    public Response showRoutingRules() {
        RoutingRules inForce = routing.inForce();
        return Response.ok(RoutingRulesView.of(inForce))
                .tag(Integer.toString(inForce.version()))
                .build();
    }

    @PUT
    @Operation(summary = "Puts other rules in force", description = "A case keeps what it was received under.")
    @APIResponseSchema(RoutingRulesView.class)
    public Response replaceRoutingRules(@NotNull @Valid RoutingRulesRequest request) {
        return once.answer(request, () -> {
            RoutingRules changed = routing.change(request.list(), call.versions());
            return Answer.changed(changed.version(), RoutingRulesView.of(changed));
        });
    }
}
