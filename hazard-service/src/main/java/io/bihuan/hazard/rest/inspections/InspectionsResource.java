package io.bihuan.hazard.rest.inspections;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.inspection.Inspection;
import io.bihuan.hazard.inspection.Inspections;
import io.bihuan.hazard.listing.Listing.Slice;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Times;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The inspections. */
@Path("/api/inspections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inspections 检查", description = "Who went where, what was checked, who signed, what came to light")
class InspectionsResource {

    private final Inspections inspections;
    private final Times times;
    private final Once once;
    private final CurrentPerson current;

    InspectionsResource(Inspections inspections, Times times, Once once, CurrentPerson current) {
        this.current = current;
        this.inspections = inspections;
        this.times = times;
        this.once = once;
    }

    /** One page of a list. */
    @Schema(name = "InspectionList")
    record InspectionList(
            List<InspectionView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            UUID nextCursor) {}

    @GET
    @Operation(summary = "Lists inspections, the latest first", description = "Filters are combined with AND.")
    public InspectionList listInspections(@BeanParam ListParameters parameters) {
        Slice<Inspection> slice =
                inspections.list(parameters.filter(current.scope()), parameters.limit(), parameters.cursor());
        return new InspectionList(slice.items().stream().map(InspectionView::of).toList(), slice.nextCursor());
    }

    @POST
    @Operation(
            summary = "Records an inspection with the hazards that came to light",
            description = "All of it or nothing. A clean one counts for coverage.")
    @APIResponse(
            responseCode = "201",
            description = "The inspection; Location names it",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response recordInspection(@NotNull @Valid InspectionRequest request) {
        return once.answer(request, () -> {
            Inspection inspection = inspections.hold(
                    request.visit(times),
                    times.past(
                            "inspectedAt",
                            request.inspectedAt(),
                            request.signatures().inspector().name()));
            return Answer.created("/api/inspections/" + inspection.id(), 1, InspectionView.of(inspection));
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One inspection")
    public InspectionView showInspection(UUID id) {
        return InspectionView.of(
                inspections.find(id, current.scope()).orElseThrow(() -> new NotOnRecord("inspection", id)));
    }
}
