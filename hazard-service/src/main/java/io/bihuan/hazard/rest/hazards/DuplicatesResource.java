package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.search.Duplicates;
import io.bihuan.hazard.search.Twin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asks, before a hazard is registered, whether it is on record already. */
@Path("/api/hazards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class DuplicatesResource {

    private final Duplicates duplicates;
    private final Once once;
    private final CurrentPerson current;

    DuplicatesResource(Duplicates duplicates, Once once, CurrentPerson current) {
        this.duplicates = duplicates;
        this.once = once;
        this.current = current;
    }

    /** The likely twins of a finding. */
    @Schema(name = "DuplicateCheck", examples = """
                    {"candidates": [{"id": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "number": "630102-2026-000017",
                     "status": "ASSIGNED", "description": "后厨未安装可燃气体报警器", "distanceMetres": 12,
                     "reasons": ["SAME_SITE", "WITHIN_50_METRES", "SAME_CHECK_ITEM"]}]}""")
    record DuplicateCheck(List<Candidate> candidates) {}

    /** An open hazard that may be the same. */
    @Schema(name = "DuplicateCandidate")
    record Candidate(
            UUID id,
            String number,
            Status status,
            String description,

            @Schema(description = "Between the two; null unless both say where they are") @Nullable
            Long distanceMetres,

            @Schema(description = "Why it may be the same") List<Twin.Reason> reasons) {

        static Candidate of(Twin twin) {
            return new Candidate(
                    twin.hazard().id(),
                    twin.hazard().number(),
                    twin.hazard().status(),
                    twin.hazard().description(),
                    twin.distanceMetres(),
                    twin.reasons());
        }
    }

    @POST
    @Path("duplicate-check")
    @Operation(
            summary = "Finds open hazards that may be the same 疑似重复",
            description =
                    "Of the same category, at the same site or within 50 m; at most 20, the likeliest first. Stores"
                            + " nothing and merges nothing")
    @APIResponseSchema(DuplicateCheck.class)
    public Response checkForDuplicates(@NotNull @Valid FindingRequest request) {
        return once.answer(request, () -> {
            Finding finding = request.finding(null);
            return Answer.ok(new DuplicateCheck(
                    duplicates.of(finding.districtCode(), finding.category(), finding.found(), current.scope()).stream()
                            .map(Candidate::of)
                            .toList()));
        });
    }
}
