package io.bihuan.hazard.rest.hazards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/rectification}. */
@Schema(name = "Rectification", description = "A unit's report that a hazard is fixed 整改完成", examples = """
                {"description": "已安装报警器并联动", "rectifiedBy": "餐馆负责人"}""")
record RectificationRequest(
        @NotBlank @Size(max = 4000) @Schema(description = "What was done")
        String description,

        @Schema(description = "When it was fixed, if earlier than now") @Nullable
        Instant rectifiedAt,

        @Size(max = 100) @Nullable String rectifiedBy,

        @Size(max = 50) @Schema(description = "Ids of the proof") @Nullable
        List<@NotNull @NotBlank @Size(max = 64) String> evidence) {

    List<String> proof() {
        return evidence == null ? List.of() : evidence;
    }
}
