package io.bihuan.hazard.casework;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.registers.Districts;
import io.bihuan.hazard.registers.RegisteredUnits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposes who handles a case, by rules that are data (glossary, section 8). */
@ApplicationScoped
public class Routing {

    private final Versions<RoutingRules> versions;
    private final Districts districts;
    private final RegisteredUnits units;
    private final InstantSource clock;

    Routing(EntityManager database, Districts districts, RegisteredUnits units, InstantSource clock) {
        this.versions = new Versions<>(database, RoutingRules.class);
        this.districts = districts;
        this.units = units;
        this.clock = clock;
    }

    public RoutingRules inForce() {
        return versions.inForce();
    }

    /** Puts other rules in force, for cases received from now on. */
    @Transactional
    public RoutingRules change(List<RoutingRule> rules, Set<Integer> seen) {
        for (int i = 0; i < rules.size(); i++) {
            RoutingRule rule = rules.get(i);
            if (rule.district() != null && districts.find(rule.district()).isEmpty()) {
                throw new Refusal("rules[" + i + "].district", "district.unknown", rule.district());
            }
            verify("rules[" + i + "].to.unitCode", rule.to());
        }
        return versions.add(seen, version -> new RoutingRules(version, clock.instant(), rules));
    }

    /** Refuses an assignee whose unit is not on file. */
    void verify(String field, Assignee assignee) {
        String unit = assignee.unitCode();
        if (unit != null && units.find(unit).isEmpty()) {
            throw new Refusal(field, "unit.unknown", unit);
        }
    }

    /** The most specific rule that applies; of several, the first. */
    Optional<Proposal> propose(Receipt receipt) {
        RoutingRules inForce = inForce();
        List<RoutingRule> rules = inForce.rules();
        return rules.stream()
                .filter(rule -> rule.appliesTo(receipt))
                .reduce((one, other) -> RoutingRule.BY_SPECIFICITY.compare(other, one) > 0 ? other : one)
                .map(rule -> new Proposal(inForce.version(), rules.indexOf(rule), rule.to()));
    }
}
