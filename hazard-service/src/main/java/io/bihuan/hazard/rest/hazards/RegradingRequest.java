package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Grade;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of {@code POST /api/hazards/{id}/regrading}. */
@Schema(
        name = "Regrading",
        description = "Graded anew 重新定级. A deadline that the policy gave is counted anew from where it began",
        examples = """
                {"grade": "MAJOR", "reason": "符合重大隐患判定标准"}""")
record RegradingRequest(
        @NotNull Grade grade, @NotBlank @Size(max = 2000) String reason) {}
