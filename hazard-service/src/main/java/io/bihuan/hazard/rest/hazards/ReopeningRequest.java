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

/** The body of {@code POST /api/hazards/{id}/reopening}. */
@Schema(
        name = "Reopening",
        description = "Found again on look-back 回头看返潮: same number, next round. Without dueAt and withinDays the policy"
                + " dates it",
        examples = """
                {"reason": "回头看发现报警器再次被拆除", "withinDays": 3}""")
record ReopeningRequest(
        @NotBlank @Size(max = 2000) String reason,

        @Schema(description = "In the future, at most ten years away") @Nullable
        Instant dueAt,

        @Min(0) @Max(3650) @Schema(description = "Local days after today; due at 24:00 of the last") @Nullable
        Integer withinDays) {

    Term term(Times times) {
        return new Term(times.deadline("dueAt", dueAt), withinDays);
    }
}
