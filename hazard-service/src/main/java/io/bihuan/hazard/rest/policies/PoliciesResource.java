package io.bihuan.hazard.rest.policies;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.DeadlinePolicy;
import io.bihuan.hazard.deadline.Policies;
import io.bihuan.hazard.deadline.Trials;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The deadline policy and its versions. */
@Path("/api/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadline policy 期限规定", description = "How long each grade and category may stay open, by version")
class PoliciesResource {

    private final Policies policies;
    private final Trials trials;
    private final Once once;
    private final Times times;

    PoliciesResource(Policies policies, Trials trials, Once once, Times times) {
        this.times = times;
        this.policies = policies;
        this.trials = trials;
        this.once = once;
    }

    /** One page of the versions. */
    @Schema(name = "PolicyList")
    record PolicyList(
            List<PolicyView> items,

            @Schema(description = "Pass it as cursor for the next page; null after the last") @Nullable
            String nextCursor) {}

    @GET
    @Operation(summary = "The versions of the deadline policy, the newest, which is in force, first")
    public PolicyList listPolicies(
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "nextCursor of the page before") @Nullable String cursor) {
        int most = Query.limit(limit);
        List<DeadlinePolicy> found = policies.before(version(cursor), most + 1);
        List<DeadlinePolicy> page = found.subList(0, Math.min(most, found.size()));
        return new PolicyList(
                page.stream().map(PolicyView::of).toList(),
                found.size() > most ? Integer.toString(page.get(most - 1).version()) : null);
    }

    /** The cursor is the version that the page before ended with. */
    private static int version(@Nullable String cursor) {
        if (cursor == null) {
            return Integer.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,9}")) {
            throw new Refusal("cursor", "cursor.malformed");
        }
        return Integer.parseInt(cursor);
    }

    @GET
    @Path("{version: [0-9]{1,9}}")
    @Operation(summary = "One version of the deadline policy")
    public PolicyView showPolicy(@PathParam("version") @Parameter(description = "Its number: 1, 2, 3…") int version) {
        return policies.findByIdOptional(version)
                .map(PolicyView::of)
                .orElseThrow(() -> new NotOnRecord("policy", version));
    }

    @POST
    @Operation(
            summary = "Records the next version of the deadline policy",
            description = "It is in force at once and dates hazards from then on. Those that are dated keep their"
                    + " deadlines and the version that gave them.")
    @APIResponse(
            responseCode = "201",
            description = "The version; Location names it",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response addPolicy(@NotNull @Valid PolicyRequest request) {
        return once.answer(request, () -> {
            DeadlinePolicy policy = policies.add(
                    request.policy(),
                    request.note(),
                    times.live(request.recordedBy()).by());
            return Answer.created("/api/policies/" + policy.version(), policy.version(), PolicyView.of(policy));
        });
    }

    @POST
    @Path("preview")
    @Operation(
            summary = "Tries a policy: which open hazards it would move, and by how much",
            description = "Of those that the caller sees. Records nothing and moves no hazard.")
    @APIResponseSchema(PreviewView.class)
    public Response previewPolicy(@NotNull @Valid PolicyRequest request) {
        return once.answer(
                request,
                () -> Answer.ok(
                        PreviewView.of(trials.of(request.policy(), times.live().scope()))));
    }
}
