package io.bihuan.hazard.rest.trainings;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.listing.Listing.Slice;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.training.Training;
import io.bihuan.hazard.training.Trainings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The training sessions. */
@Path("/api/trainings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trainings 培训", description = "Sessions that were held, for whom, and how many came")
class TrainingsResource {

    private final Trainings trainings;
    private final Times times;
    private final Once once;
    private final Call call;
    private final CurrentPerson current;

    TrainingsResource(Trainings trainings, Times times, Once once, Call call, CurrentPerson current) {
        this.current = current;
        this.trainings = trainings;
        this.times = times;
        this.once = once;
        this.call = call;
    }

    /** One page of a list. */
    @Schema(name = "TrainingList")
    record TrainingList(
            List<TrainingView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Lists training sessions, the latest first",
            description = "Voided ones are listed too, and say so. Filters are combined with AND.")
    public TrainingList listTrainings(@BeanParam ListParameters parameters) {
        Slice<Training> slice =
                trainings.list(parameters.filter(current.scope()), parameters.limit(), parameters.cursor());
        return new TrainingList(slice.items().stream().map(TrainingView::of).toList(), slice.nextCursor());
    }

    @POST
    @Operation(summary = "Puts a training session on record that was held")
    @APIResponse(
            responseCode = "201",
            description = "The session; Location names it",
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    public Response recordTraining(@NotNull @Valid TrainingRequest request) {
        return once.answer(request, () -> {
            Training training =
                    trainings.hold(request.session(), times.past("heldAt", request.heldAt(), request.trainer()));
            return Answer.created("/api/trainings/" + training.id(), training.version(), TrainingView.of(training));
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One training session", description = "Its ETag is its version.")
    @APIResponseSchema(TrainingView.class)
    public Response showTraining(UUID id) {
        Training training = trainings.find(id, current.scope()).orElseThrow(() -> new NotOnRecord("training", id));
        return Response.ok(TrainingView.of(training))
                .tag(Integer.toString(training.version()))
                .build();
    }

    @POST
    @Path("{id}/voiding")
    @Operation(
            summary = "Voids a session that was entered by mistake",
            description = "It no longer counts, and stays on record.")
    @APIResponseSchema(TrainingView.class)
    public Response voidTraining(UUID id, @NotNull @Valid VoidingRequest request) {
        return once.answer(request, () -> {
            Training training = trainings.strikeOut(id, call.versions(), request.reason(), times.live());
            return Answer.changed(training.version(), TrainingView.of(training));
        });
    }
}
