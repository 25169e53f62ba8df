package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Closing;
import io.bihuan.hazard.rest.NotBlankIfGiven;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/hazards/{id}/closure}. */
@Schema(name = "Closure", description = "Re-inspected and struck off 销号", examples = """
                {"opinion": "复查合格，同意销号"}""")
record ClosureRequest(
        @NotBlank @Size(max = 2000) @Schema(description = "The re-inspection's opinion")
        String opinion,

        @NotBlankIfGiven
        @Size(max = 100)
        @Schema(
                description =
                        "Who re-inspected, if that is neither on record nor who closes; never who rectified. Of a major"
                                + " hazard the re-inspection must be on record")
        @Nullable
        String inspector,

        @NotBlankIfGiven
        @Size(max = 100)
        @Schema(
                description =
                        "The second, senior person, without whom no major hazard is closed; if that is not who closes."
                                + " Of a major hazard it is who closes")
        @Nullable
        String approvedBy) {

    Closing closing(Times times, boolean senior) {
        return new Closing(opinion, times.doer(inspector), times.doer(approvedBy), senior);
    }
}
