package io.bihuan.hazard.rest.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/hazards/{id}/reinspection}. */
@Schema(name = "Reinspection", description = "The re-inspection found it fixed 复查合格", examples = """
                {"opinion": "报警器已按规范安装并联动，复查合格"}""")
record ReinspectionRequest(
        @NotBlank @Size(max = 2000) @Schema(description = "What the re-inspection found")
        String opinion) {}
