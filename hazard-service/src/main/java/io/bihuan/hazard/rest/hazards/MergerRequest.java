package io.bihuan.hazard.rest.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/hazards/{id}/merger}. */
@Schema(name = "Merger", description = "The same as another hazard, found twice 合并", examples = """
                {"into": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4", "reason": "同一处隐患重复登记"}""")
record MergerRequest(
        @NotNull @Schema(description = "Id of the hazard that it duplicates")
        UUID into,

        @NotBlank @Size(max = 2000) String reason) {}
