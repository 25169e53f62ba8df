package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Outcome;
import io.bihuan.hazard.rest.NotBlankIfGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/cases/{id}/closing}. */
@Schema(name = "CaseClosing", description = "How a case ended 办结", examples = """
                {"outcome": "RESOLVED"}""")
record ClosingRequest(
        @NotNull Outcome outcome,

        @Size(max = 2000) @NotBlankIfGiven @Schema(description = "Needed if it was unfounded") @Nullable
        String reason) {}
