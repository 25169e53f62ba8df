package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Scope;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.handling.Handling;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Unit;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.search.Page;
import io.bihuan.hazard.search.Search;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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

/** The hazards: registering, reading, listing. Their steps are in {@link StepsResource} and beside it. */
@Path("/api/hazards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患", description = "Found, assigned, rectified, closed: one call per step of a hazard's life")
class HazardsResource {

    private final Handling handling;
    private final Hazards hazards;
    private final Search search;
    private final History history;
    private final HazardViews views;
    private final HistoryViews histories;
    private final Times times;
    private final Once once;
    private final CurrentPerson current;

    HazardsResource(
            Handling handling,
            Hazards hazards,
            Search search,
            History history,
            HazardViews views,
            HistoryViews histories,
            Times times,
            Once once,
            CurrentPerson current) {
        this.handling = handling;
        this.hazards = hazards;
        this.search = search;
        this.history = history;
        this.views = views;
        this.histories = histories;
        this.times = times;
        this.once = once;
        this.current = current;
    }

    /** One page of a list. */
    @Schema(name = "HazardList")
    record HazardList(
            List<HazardView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            String nextCursor) {}

    @GET
    @Operation(summary = "Lists hazards 台账", description = "Filters are combined with AND.")
    public HazardList listHazards(@BeanParam ListParameters parameters) {
        Page page = search.page(
                parameters.filter(current.scope()), parameters.order(), parameters.limit(), parameters.cursor());
        return new HazardList(
                views.of(page.items()),
                page.nextCursor() == null ? null : page.nextCursor().encoded());
    }

    @POST
    @Operation(summary = "Registers a hazard that was found 登记")
    @APIResponse(
            responseCode = "201",
            description = "The hazard; Location names it",
            content = @Content(schema = @Schema(implementation = HazardView.class)))
    public Response registerHazard(@NotNull @Valid FindingRequest request) {
        return once.answer(request, () -> {
            Hazard hazard = open(request);
            return Answer.created("/api/hazards/" + hazard.id(), hazard.version(), views.of(hazard));
        });
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "One hazard as it now stands",
            description =
                    "Its ETag is its version. Being late and being escalated change the hazard's standing without a"
                            + " step and hence without a version: a hazard of which either is true is always answered in full.")
    @APIResponseSchema(HazardView.class)
    public Response showHazard(UUID id, @Context Request request) {
        Hazard hazard = hazards.findByIdOptional(id).orElseThrow(() -> new NotOnRecord("hazard", id));
        HazardView view = views.of(hazard);
        EntityTag tag = new EntityTag(Integer.toString(hazard.version()));
        Response.ResponseBuilder unchanged = view.changedByItself() ? null : request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(view).tag(tag).build();
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Every step of a hazard's life, the oldest first")
    public HistoryView showHistory(UUID id) {
        Hazard hazard = hazards.findByIdOptional(id).orElseThrow(() -> new NotOnRecord("hazard", id));
        return histories.of(hazard, history.of(id));
    }

    private Hazard open(FindingRequest request) {
        Occasion occasion = times.past("foundAt", request.foundAt(), request.foundBy());
        Finding finding = admitted(request.finding(occasion.by()));
        return request.fixedOnSpot() == null
                ? handling.find(finding, occasion)
                : handling.findFixed(finding, request.fixedOnSpot().onTheSpot(), occasion);
    }

    /** Staff finds within its districts; a unit finds in self-checks 企业自查, and of itself. */
    private Finding admitted(Finding finding) {
        Scope scope = current.scope();
        Unit unit = finding.found().unit();
        if (scope.covers(finding.districtCode())) {
            return finding;
        }
        if (!scope.isOfUnit()) {
            throw new Refusal("districtCode", "district.outside", finding.districtCode());
        }
        if (finding.source() != Source.SELF_CHECK) {
            throw new Refusal("source", "find.selfCheck");
        }
        if (!scope.covers(null, unit == null ? null : unit.code())) {
            throw new Refusal("unit", "find.ownUnit", String.valueOf(scope.unit()));
        }
        return finding;
    }
}
