package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.ServiceClocks;
import io.bihuan.hazard.rest.cases.ServiceClocksRequest.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is in force, as clients see it. */
@Schema(
        name = "ServiceClocksInForce",
        description = "How soon milestones are due; of several clocks that apply, the shortest counts")
record ServiceClocksView(
        @Schema(description = "Also the ETag") int version,

        @Schema(description = "When it was put in force") Instant recordedAt,
        List<Clock> clocks) {

    static ServiceClocksView of(ServiceClocks inForce) {
        return new ServiceClocksView(
                inForce.version(),
                inForce.recordedAt(),
                inForce.clocks().stream().map(Clock::of).toList());
    }
}
