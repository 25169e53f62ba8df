package io.bihuan.hazard.rest.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/closure}. */
@Schema(name = "Closure", description = "Re-inspected and struck off 销号", examples = """
                {"opinion": "复查合格，同意销号", "inspector": "检查人员乙"}""")
record ClosureRequest(
        @NotBlank @Size(max = 2000) @Schema(description = "The re-inspection's opinion")
        String opinion,

        @Size(max = 100) @Schema(description = "Who re-inspected") @Nullable
        String inspector) {}
