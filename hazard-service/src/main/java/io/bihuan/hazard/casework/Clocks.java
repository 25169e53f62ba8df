package io.bihuan.hazard.casework;

import static java.util.stream.Collectors.toMap;

import io.bihuan.hazard.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The service clocks, which are data (glossary, section 4). */
@ApplicationScoped
public class Clocks {

    private final Versions<ServiceClocks> versions;
    private final InstantSource clock;

    Clocks(EntityManager database, InstantSource clock) {
        this.versions = new Versions<>(database, ServiceClocks.class);
        this.clock = clock;
    }

    public ServiceClocks inForce() {
        return versions.inForce();
    }

    /**
     * Puts other clocks in force, for cases received from now on.
     *
     * @throws Refusal unless every caller is promised a feedback
     */
    @Transactional
    public ServiceClocks change(List<ServiceClock> clocks, Set<Integer> seen) {
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).milestone() == Milestone.WRITTEN_PLAN) {
                throw new Refusal("clocks[" + i + "].milestone", "case.planHasNoClock");
            }
        }
        if (clocks.stream().noneMatch(each -> each.milestone() == Milestone.FEEDBACK && each.appliesToAll())) {
            throw new Refusal("clocks", "case.feedbackForAll");
        }
        return versions.add(seen, version -> new ServiceClocks(version, clock.instant(), clocks));
    }

    /** When each milestone of a case is due. Of several clocks that apply, the shortest counts. */
    Map<Milestone, Instant> due(Receipt receipt, Instant receivedAt) {
        return inForce().clocks().stream()
                .filter(each -> each.appliesTo(receipt))
                .collect(toMap(
                        ServiceClock::milestone,
                        each -> receivedAt.plus(Duration.ofMinutes(each.minutes())),
                        (one, other) -> one.isBefore(other) ? one : other,
                        () -> new EnumMap<>(Milestone.class)));
    }
}
