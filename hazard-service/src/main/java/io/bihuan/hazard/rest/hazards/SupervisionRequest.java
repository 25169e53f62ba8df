package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Supervision.Level;
import io.bihuan.hazard.rest.NotBlankIfGiven;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/supervision}. */
@Schema(
        name = "SupervisionOrder",
        description = "Listed for supervision 挂牌督办, released on closing. Later only at a higher level",
        examples = """
                {"level": "CITY", "documentNumber": "宁安委督〔2026〕3号"}""")
record SupervisionRequest(
        @NotNull Level level,

        @NotBlankIfGiven
        @Size(max = 64)
        @Schema(description = "Of the supervision notice; without it a notice is numbered here")
        @Nullable
        String documentNumber) {}
