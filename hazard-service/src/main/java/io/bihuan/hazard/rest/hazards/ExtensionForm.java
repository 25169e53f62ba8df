package io.bihuan.hazard.rest.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/hazards/{id}/extension-requests}. */
@Schema(
        name = "ExtensionAsked",
        description = "A unit asks for a later deadline 申请延期, before the present one has passed",
        examples = """
                {"until": "2026-05-25T00:00:00+08:00", "reason": "配件到货延迟", "interimControls": "停用燃气，专人值守"}""")
record ExtensionForm(
        @NotNull @Schema(description = "Later than the present deadline, and within the policy's limit")
        Instant until,

        @NotBlank @Size(max = 2000) String reason,

        @NotBlank @Size(max = 2000) @Schema(description = "What holds the danger meanwhile")
        String interimControls) {}
