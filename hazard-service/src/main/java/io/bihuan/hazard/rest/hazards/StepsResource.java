package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Person;
import io.bihuan.access.Role;
import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps of the ordinary life. */
@Path("/api/hazards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class StepsResource {

    private final Handling handling;
    private final Stepping stepping;
    private final Times times;
    private final Call call;
    private final CurrentPerson current;

    StepsResource(Handling handling, Stepping stepping, Times times, Call call, CurrentPerson current) {
        this.handling = handling;
        this.stepping = stepping;
        this.times = times;
        this.call = call;
        this.current = current;
    }

    @POST
    @Path("{id}/assignment")
    @Operation(
            summary = "Orders a unit to rectify by a deadline 交办/限期整改",
            description = "FOUND → ASSIGNED. Issues a numbered notice. A major hazard needs the five in place 五到位")
    @APIResponseSchema(HazardView.class)
    public Response assign(UUID id, @NotNull @Valid AssignmentRequest request) {
        return stepping.answer(
                request, () -> handling.assign(call.target(id), request.assignment(times), times.live()));
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
                request, () -> handling.sendBack(call.target(id), request.reason(), request.term(times), times.live()));
    }

    @POST
    @Path("{id}/reinspection")
    @Operation(
            summary = "Records that the re-inspection found a hazard fixed 复查合格",
            description =
                    "RECTIFIED stays. Never by who rectified; a major hazard is then closed by a second, senior person")
    @APIResponseSchema(HazardView.class)
    public Response reinspect(UUID id, @NotNull @Valid ReinspectionRequest request) {
        return stepping.answer(request, () -> handling.reinspect(call.target(id), request.opinion(), times.live()));
    }

    @POST
    @Path("{id}/closure")
    @Operation(
            summary = "Strikes a re-inspected hazard off 销号",
            description =
                    "RECTIFIED → CLOSED. Never by who rectified; a major hazard only under supervision and by a second, senior"
                            + " person after somebody else recorded the re-inspection")
    @APIResponseSchema(HazardView.class)
    public Response close(UUID id, @NotNull @Valid ClosureRequest request) {
        return stepping.answer(
                request,
                () -> handling.close(call.target(id), request.closing(times, isSenior(current.get())), times.live()));
    }

    private static boolean isSenior(Person person) {
        return person.is(Role.SUPERVISOR) || person.is(Role.ADMIN);
    }
}
