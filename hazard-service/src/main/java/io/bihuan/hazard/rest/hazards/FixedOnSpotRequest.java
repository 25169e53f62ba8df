package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.OnTheSpot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done on the spot. */
@Schema(name = "FixedOnSpot", description = "Needs the unit; not for major hazards")
public record FixedOnSpotRequest(
        @NotBlank @Size(max = 2000) @Schema(description = "What was done")
        String description,

        @Size(max = 100) @Nullable String rectifiedBy,
        @Valid @Nullable PersonRequest responsible,

        @Size(max = 50) @Schema(description = "Ids of the proof") @Nullable
        List<@NotNull @NotBlank @Size(max = 64) String> evidence) {

    public OnTheSpot onTheSpot() {
        return new OnTheSpot(
                description,
                rectifiedBy,
                responsible == null ? null : responsible.person(),
                evidence == null ? List.of() : evidence);
    }
}
