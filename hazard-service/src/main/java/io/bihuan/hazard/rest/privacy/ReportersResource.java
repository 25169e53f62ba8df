package io.bihuan.hazard.rest.privacy;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.privacy.Capacity;
import io.bihuan.hazard.privacy.Known;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who reported a hazard, in full. */
@Path("/api/hazards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Personal data 个人信息")
class ReportersResource {

    private final Hazards hazards;
    private final Looking looking;

    ReportersResource(Hazards hazards, Looking looking) {
        this.hazards = hazards;
        this.looking = looking;
    }

    /** Who reported a hazard. */
    @Schema(name = "Reporters", description = "Who reported a hazard", examples = """
                    {"finder": {"name": "举报人", "phone": null, "erasedAt": null}, "witness": null}""")
    record Reporters(
            @Schema(description = "Who found it; null if that was never told") @Nullable
            ReporterView finder,

            @Schema(description = "Who stood by; null if that was never told") @Nullable
            ReporterView witness) {}

    @GET
    @Path("{id}/reporters")
    @Operation(
            summary = "Who found a hazard that citizens reported, and who stood by, in full",
            description = Looking.RECORDED + " Of a hazard of another source nothing: who found it stands with it.")
    public Reporters showReporters(
            UUID id, @QueryParam("why") @Parameter(description = Looking.WHY) @Nullable String why) {
        demandOnRecord(id);
        Map<Capacity, Known> known = looking.at(id, why);
        return new Reporters(ReporterView.of(known.get(Capacity.FINDER)), ReporterView.of(known.get(Capacity.WITNESS)));
    }

    @GET
    @Path("{id}/looks")
    @Operation(summary = "Who looked at who reported a hazard, the latest first", description = "The last thousand.")
    public LookList listLooksAtReporters(UUID id) {
        demandOnRecord(id);
        return looking.until(id);
    }

    private void demandOnRecord(UUID id) {
        if (hazards.findByIdOptional(id).isEmpty()) {
            throw new NotOnRecord("hazard", id);
        }
    }
}
