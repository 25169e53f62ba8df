package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.handling.Term;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/return}. */
@Schema(
        name = "Returning",
        description =
                "The re-inspection found it not fixed 复查不合格. Without dueAt and withinDays the policy dates it anew",
        examples = """
                {"reason": "报警器安装高度不符合要求", "withinDays": 3}""")
record ReturnRequest(
        @NotBlank @Size(max = 2000) String reason,

        @Schema(description = "In the future, at most ten years away") @Nullable
        Instant dueAt,

        @Min(0) @Max(3650) @Schema(description = "Local days after today; due at 24:00 of the last") @Nullable
        Integer withinDays) {

    Term term(Times times) {
        return new Term(times.deadline("dueAt", dueAt), withinDays);
    }
}
