package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Ascertained;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.rest.hazards.UnitRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/cases/{id}/hazard}. */
@Schema(
        name = "CaseFinding",
        description = "What was found when somebody went to see; place, source and outside number are the case's",
        examples = """
                {"grade": "SERIOUS", "category": "RESIDENTIAL_USE", "description": "楼道立管接头泄漏", "checkItem": "RU-01",
                 "foundBy": "抢修人员甲", "unit": {"name": "某燃气公司"}}""")
record CaseHazardRequest(
        @NotNull Grade grade,
        @NotNull Category category,

        @NotBlank @Size(max = 4000) @Schema(description = "Goes to the unit: nothing that tells who called")
        String description,

        @Size(max = 200) @Nullable String siteName,
        @Size(max = 32) @Nullable String checkItem,

        @Schema(description = "When it was found, if earlier than now") @Nullable
        Instant foundAt,

        @Size(max = 100)
        @Schema(description = "Kept encrypted beside the hazard, like the witness, since citizens reported it")
        @Nullable
        String foundBy,

        @Size(max = 100) @Nullable String witness,
        @Size(max = 64) @Nullable String campaign,
        @Valid @Nullable UnitRequest unit) {

    Ascertained ascertained() {
        return new Ascertained(
                grade,
                category,
                description,
                siteName,
                checkItem,
                foundBy,
                witness,
                campaign,
                unit == null ? null : unit.unit());
    }
}
