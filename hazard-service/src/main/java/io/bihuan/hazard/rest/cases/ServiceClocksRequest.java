package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.CaseKind;
import io.bihuan.hazard.casework.Milestone;
import io.bihuan.hazard.casework.ServiceClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/service-clocks}. */
@Schema(
        name = "ServiceClocks",
        description = "How soon milestones are due; of several clocks that apply, the shortest counts",
        examples = """
                {"clocks": [{"milestone": "CONTACT", "minutes": 10}, {"milestone": "ON_SITE", "kind": "LEAK", "minutes": 30},
                            {"milestone": "FEEDBACK", "minutes": 1440}]}""")
record ServiceClocksRequest(@NotNull @Size(max = 500) List<@NotNull @Valid Clock> clocks) {

    /** A clock; without a kind it runs for every case. */
    @Schema(name = "ServiceClock", description = "Minutes round the clock, from when the case was received")
    record Clock(
            @NotNull Milestone milestone,
            @Nullable CaseKind kind,

            @Schema(description = "Only where a life is in danger", defaultValue = "false") @Nullable
            Boolean lifeThreatening,

            @NotNull @Min(1) @Max(525_600) Integer minutes) {

        ServiceClock clock() {
            return new ServiceClock(milestone, kind, lifeThreatening != null && lifeThreatening, minutes);
        }

        static Clock of(ServiceClock clock) {
            return new Clock(clock.milestone(), clock.kind(), clock.lifeThreatening(), clock.minutes());
        }
    }

    List<ServiceClock> list() {
        return clocks.stream().map(Clock::clock).toList();
    }
}
