package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.rest.NotBlankIfGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/extension-requests/{n}/decision}. */
@Schema(name = "Decision", description = "A supervisor approves or refuses an extension", examples = """
                {"approved": true, "reason": "临时措施到位，同意延期"}""")
record DecisionRequest(
        @NotNull Boolean approved,

        @NotBlankIfGiven @Size(max = 2000) @Schema(description = "A refusal needs one") @Nullable
        String reason) {}
