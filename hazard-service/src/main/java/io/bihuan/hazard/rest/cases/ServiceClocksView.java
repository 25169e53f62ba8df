package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.ServiceClocks;
import io.bihuan.hazard.rest.cases.ServiceClocksRequest.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is in force, as clients see it. */
@Schema(
        name = "ServiceClocksInForce",
        description = "How soon milestones are due; of several clocks that apply, the shortest counts",
        examples = """
                {"version": 2, "recordedAt": "2026-05-03T02:00:00Z",
                 "clocks": [{"milestone": "CONTACT", "minutes": 10},
                            {"milestone": "ON_SITE", "kind": "LEAK", "minutes": 30},
                            {"milestone": "FEEDBACK", "lifeThreatening": true, "minutes": 120}]}""")
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
