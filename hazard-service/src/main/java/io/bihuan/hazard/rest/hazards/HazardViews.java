package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.escalation.Escalation;
import io.bihuan.hazard.escalation.Escalations;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Times;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows hazards as they now stand, with how far they were escalated. */
@ApplicationScoped
class HazardViews {

    private final Escalations escalations;
    private final Discretion discretion;
    private final Times times;

    HazardViews(Escalations escalations, Discretion discretion, Times times) {
        this.escalations = escalations;
        this.discretion = discretion;
        this.times = times;
    }

    HazardView of(Hazard hazard) {
        return of(List.of(hazard)).get(0);
    }

    List<HazardView> of(List<Hazard> hazards) {
        Instant now = times.now();
        Map<UUID, Escalation> present = escalations.present(hazards);
        return hazards.stream()
                .map(hazard ->
                        HazardView.of(hazard, discretion.of(hazard.responsible()), present.get(hazard.id()), now))
                .toList();
    }
}
