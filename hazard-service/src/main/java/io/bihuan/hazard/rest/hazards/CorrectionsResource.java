package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.handling.Corrections;
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
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps beside the ordinary life. */
@Path("/api/hazards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class CorrectionsResource {

    private final Corrections corrections;
    private final Stepping stepping;
    private final Times times;
    private final Call call;
    private final InSight inSight;

    CorrectionsResource(Corrections corrections, Stepping stepping, Times times, Call call, InSight inSight) {
        this.corrections = corrections;
        this.stepping = stepping;
        this.times = times;
        this.call = call;
        this.inSight = inSight;
    }

    @POST
    @Path("{id}/regrading")
    @Operation(summary = "Grades a hazard anew 重新定级", description = "FOUND, ASSIGNED and RECTIFIED stay")
    @APIResponseSchema(HazardView.class)
    public Response regrade(UUID id, @NotNull @Valid RegradingRequest request) {
        return stepping.answer(
                request, () -> corrections.regrade(call.target(id), request.grade(), request.reason(), times.live()));
    }

    @POST
    @Path("{id}/transfer")
    @Operation(
            summary = "Hands a hazard to another unit or district 移交/转办",
            description = "ASSIGNED stays; issues a new notice")
    @APIResponseSchema(HazardView.class)
    public Response transfer(UUID id, @NotNull @Valid TransferRequest request) {
        return stepping.answer(request, () -> corrections.transfer(call.target(id), request.transfer(), times.live()));
    }

    @POST
    @Path("{id}/supervision")
    @Operation(
            summary = "Lists a hazard for supervision 挂牌督办",
            description = "FOUND, ASSIGNED and RECTIFIED stay; released on closing")
    @APIResponseSchema(HazardView.class)
    public Response supervise(UUID id, @NotNull @Valid SupervisionRequest request) {
        return stepping.answer(
                request,
                () -> corrections.supervise(call.target(id), request.level(), request.documentNumber(), times.live()));
    }

    @POST
    @Path("{id}/merger")
    @Operation(summary = "Merges a hazard into the one that it duplicates 合并", description = "FOUND, ASSIGNED → MERGED")
    @APIResponseSchema(HazardView.class)
    public Response merge(UUID id, @NotNull @Valid MergerRequest request) throws SQLException {
        if (!inSight.covers(request.into())) {
            throw new Refusal("into", "merger.unknown", request.into());
        }
        return stepping.answer(
                request, () -> corrections.merge(call.target(id), request.into(), request.reason(), times.live()));
    }

    @POST
    @Path("{id}/voiding")
    @Operation(summary = "Says that a hazard is none 不属实", description = "FOUND → VOIDED")
    @APIResponseSchema(HazardView.class)
    public Response dismiss(UUID id, @NotNull @Valid VoidingRequest request) {
        return stepping.answer(request, () -> corrections.dismiss(call.target(id), request.reason(), times.live()));
    }

    @POST
    @Path("{id}/reopening")
    @Operation(
            summary = "Opens a closed hazard again that look-back found 回头看返潮",
            description = "CLOSED → ASSIGNED, next round; issues a new notice")
    @APIResponseSchema(HazardView.class)
    public Response reopen(UUID id, @NotNull @Valid ReopeningRequest request) {
        return stepping.answer(
                request,
                () -> corrections.reopen(call.target(id), request.reason(), request.term(times), times.live()));
    }
}
