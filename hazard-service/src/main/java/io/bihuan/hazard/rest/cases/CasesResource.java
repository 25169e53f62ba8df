package io.bihuan.hazard.rest.cases;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.casework.Case;
import io.bihuan.hazard.casework.Cases;
import io.bihuan.hazard.casework.Milestone;
import io.bihuan.hazard.listing.Listing.Slice;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Call;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cases, one call per step. */
@Path("/api/cases")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases 工单", description = "Of the hotline and of citizens: received, assigned, answered, closed")
class CasesResource {

    private final Cases cases;
    private final CaseViews views;
    private final Times times;
    private final Once once;
    private final Call call;
    private final CurrentPerson current;

    CasesResource(Cases cases, CaseViews views, Times times, Once once, Call call, CurrentPerson current) {
        this.current = current;
        this.cases = cases;
        this.views = views;
        this.times = times;
        this.once = once;
        this.call = call;
    }

    /** One page of a list. */
    @Schema(name = "CaseList")
    record CaseList(
            List<CaseView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Lists cases, the latest received first",
            description = "Callers are masked. Filters are combined with AND.")
    public CaseList listCases(@BeanParam ListParameters parameters) {
        Slice<Case> slice =
                cases.list(parameters.filter(current.scope(), times.now()), parameters.limit(), parameters.cursor());
        return new CaseList(views.of(slice.items()), slice.nextCursor());
    }

    @POST
    @Operation(
            summary = "Takes in a case 受理",
            description =
                    "Answers with who is proposed to handle it, and when its milestones are due. The caller is kept"
                            + " encrypted and apart from the case.")
    @APIResponse(
            responseCode = "201",
            description = "The case; Location names it",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response receiveCase(@NotNull @Valid CaseRequest request) {
        return once.answer(request, () -> {
            Case received = cases.receive(
                    request.receipt(), request.identity(), times.past("receivedAt", request.receivedAt(), null));
            return Answer.created("/api/cases/" + received.id(), received.version(), views.of(received));
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One case as it now stands", description = "Its ETag is its version. The caller is masked.")
    @APIResponseSchema(CaseView.class)
    public Response showCase(UUID id) {
        Case found = cases.find(id, current.scope()).orElseThrow(() -> new NotOnRecord("case", id));
        return Response.ok(views.of(found))
                .tag(Integer.toString(found.version()))
                .build();
    }

    @POST
    @Path("{id}/assignment")
    @Operation(summary = "Accepts the proposal, or hands the case to another 派单", description = "→ ASSIGNED")
    @APIResponseSchema(CaseView.class)
    public Response assignCase(UUID id, @NotNull @Valid CaseAssignmentRequest request) {
        return stepped(
                request,
                () -> cases.assign(
                        id,
                        call.versions(),
                        request.to() == null ? null : request.to().assignee(),
                        request.reason(),
                        times.live()));
    }

    @POST
    @Path("{id}/milestones/{name}")
    @Operation(
            summary = "Marks a milestone reached, once",
            description = "Answers whether it was in time. A written plan stands in for the feedback.")
    @APIResponseSchema(CaseView.class)
    public Response reachMilestone(
            UUID id,
            @PathParam("name")
                    @Parameter(description = "The milestone", schema = @Schema(implementation = Milestone.class))
                    String name,
            @NotNull @Valid MilestoneRequest request) {
        Milestone milestone = Arrays.stream(Milestone.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotOnRecord("milestone", name));
        return stepped(
                request,
                () -> cases.reach(
                        id, call.versions(), milestone, request.note(), times.past("at", request.at(), null)));
    }

    @POST
    @Path("{id}/hazard")
    @Operation(
            summary = "Opens a hazard with the case's source, outside number and place 转隐患",
            description = "One per case; both keep the link.")
    @APIResponseSchema(CaseView.class)
    public Response openHazardOfCase(UUID id, @NotNull @Valid CaseHazardRequest request) {
        return stepped(
                request,
                () -> cases.openHazard(
                        id,
                        call.versions(),
                        request.ascertained(),
                        times.past("foundAt", request.foundAt(), request.foundBy())));
    }

    @POST
    @Path("{id}/closing")
    @Operation(summary = "Ends a case once the caller has a feedback or a written plan 办结", description = "→ CLOSED")
    @APIResponseSchema(CaseView.class)
    public Response closeCase(UUID id, @NotNull @Valid ClosingRequest request) {
        return stepped(
                request, () -> cases.close(id, call.versions(), request.outcome(), request.reason(), times.live()));
    }

    private Response stepped(Object request, Supplier<Case> command) {
        return once.answer(request, () -> {
            Case subject = command.get();
            return Answer.changed(subject.version(), views.of(subject));
        });
    }
}
