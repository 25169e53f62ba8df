package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of the ordinary life. */
@Path("/api/hazards")
@Tag(name = "Hazards 隐患")
class StepsResource {

    private final Handling handling;
    private final Stepping stepping;
    private final Times times;
    private final Call call;

    StepsResource(Handling handling, Stepping stepping, Times times, Call call) {
        this.handling = handling;
        this.stepping = stepping;
        this.times = times;
        this.call = call;
    }

    @POST
    @Path("{id}/assignment")
    @Operation(
            summary = "Orders a unit to rectify by a deadline 交办/限期整改",
            description = "FOUND → ASSIGNED. Issues a numbered notice. A major hazard needs the five in place 五到位")
    @APIResponseSchema(HazardView.class)
    public Response assign(UUID id, @NotNull @Valid AssignmentRequest request) {
        return stepping.answer(
                request, () -> handling.assign(call.target(id), request.assignment(times), times.live(null)));
    }

    @POST
    @Path("{id}/rectification")
    @Operation(summary = "Reports a hazard fixed 整改完成", description = "ASSIGNED → RECTIFIED")
    @APIResponseSchema(HazardView.class)
    public Response rectify(UUID id, @NotNull @Valid RectificationRequest request) {
        return stepping.answer(
                request,
                () -> handling.rectify(
                        call.target(id),
                        request.description(),
                        request.rectifiedBy(),
                        request.proof(),
                        times.past("rectifiedAt", request.rectifiedAt(), request.rectifiedBy())));
    }

    @POST
    @Path("{id}/return")
    @Operation(
            summary = "Sends a hazard back that the re-inspection found not fixed 复查不合格",
            description = "RECTIFIED → ASSIGNED")
    @APIResponseSchema(HazardView.class)
    public Response sendBack(UUID id, @NotNull @Valid ReturnRequest request) {
        return stepping.answer(
                request,
                () -> handling.sendBack(call.target(id), request.reason(), request.term(times), times.live(null)));
    }

    @POST
    @Path("{id}/closure")
    @Operation(
            summary = "Strikes a re-inspected hazard off 销号",
            description =
                    "RECTIFIED → CLOSED. Never by who rectified; a major hazard by two people and only under supervision")
    @APIResponseSchema(HazardView.class)
    public Response close(UUID id, @NotNull @Valid ClosureRequest request) {
        return stepping.answer(
                request,
                () -> handling.close(call.target(id), request.reinspection(), times.live(request.inspector())));
    }
}
