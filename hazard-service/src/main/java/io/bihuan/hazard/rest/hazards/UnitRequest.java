package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Unit;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A responsible unit as a request names it. */
@Schema(name = "Unit", description = "The responsible unit 责任单位")
public record UnitRequest(
        @Size(max = 64) @Nullable String code,
        @NotBlank @Size(max = 200) String name) {

    public Unit unit() {
        return new Unit(code, name);
    }
}
