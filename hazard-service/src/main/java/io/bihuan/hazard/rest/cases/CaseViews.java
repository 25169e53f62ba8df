package io.bihuan.hazard.rest.cases;

import io.bihuan.hazard.casework.Case;
import io.bihuan.hazard.privacy.Capacity;
import io.bihuan.hazard.privacy.Citizens;
import io.bihuan.hazard.privacy.Identity;
import io.bihuan.hazard.rest.Discretion;
import io.bihuan.hazard.rest.Times;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows cases as they now stand, with as much of their callers as the person who calls may know. */
@ApplicationScoped
class CaseViews {

    private final Citizens citizens;
    private final Discretion discretion;
    private final Times times;

    CaseViews(Citizens citizens, Discretion discretion, Times times) {
        this.citizens = citizens;
        this.discretion = discretion;
        this.times = times;
    }

    CaseView of(Case subject) {
        return of(List.of(subject)).get(0);
    }

    List<CaseView> of(List<Case> cases) {
        Instant now = times.now();
        Map<UUID, Identity> callers = discretion.mayKnowCitizens()
                ? citizens.masked(Capacity.CALLER, cases.stream().map(Case::id).toList())
                : Map.of();
        return cases.stream()
                .map(each -> CaseView.of(each, callers.get(each.id()), now))
                .toList();
    }
}
