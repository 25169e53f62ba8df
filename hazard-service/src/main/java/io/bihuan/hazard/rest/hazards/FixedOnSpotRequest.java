package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.OnTheSpot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done on the spot. */
@Schema(name = "FixedOnSpot", description = "Needs the unit; not for major hazards. Photos can be added afterwards")
public record FixedOnSpotRequest(
        @NotBlank @Size(max = 2000) @Schema(description = "What was done")
        String description,

        @Size(max = 100) @Nullable String rectifiedBy,
        @Valid @Nullable PersonRequest responsible) {

    public OnTheSpot onTheSpot() {
        return new OnTheSpot(description, rectifiedBy, responsible == null ? null : responsible.person());
    }
}
