package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Reinspection;
import io.bihuan.hazard.rest.NotBlankIfGiven;
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

        @NotBlankIfGiven @Size(max = 100) @Schema(description = "Who re-inspected; never who rectified") @Nullable
        String inspector,

        @NotBlankIfGiven
        @Size(max = 100)
        @Schema(description = "The second, senior person, without whom no major hazard is closed")
        @Nullable
        String approvedBy) {

    Reinspection reinspection() {
        return new Reinspection(opinion, inspector, approvedBy);
    }
}
