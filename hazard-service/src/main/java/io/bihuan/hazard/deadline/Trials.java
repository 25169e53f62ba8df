package io.bihuan.hazard.deadline;

import io.bihuan.access.Scope;
import io.bihuan.hazard.deadline.WorkCalendar.UnknownYear;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.HibernateHints;

/** Tries a policy on the hazards that are open, and changes nothing. */
@ApplicationScoped
public class Trials {

    private static final int AT_ONCE = 1000;

    private final EntityManager database;
    private final Rules rules;
    private final InstantSource clock;
    private final ZoneId zone;

    Trials(
            EntityManager database,
            Rules rules,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** Dates every open hazard of a scope again by the given lines, counting from when it was first counted. */
    @Transactional // PostgreSQL hands rows over in portions only within a transaction
    public Trial of(PolicyLines lines, Scope scope) {
        WorkCalendar calendar = rules.current().calendar();
        Tally tally = new Tally(clock.instant());
        try (Stream<OpenHazard> open = open(scope)) {
            open.forEach(hazard -> {
                try {
                    PolicyLine line = lines.line(hazard.grade(), hazard.category());
                    tally.datable(
                            hazard,
                            Count.of(line, hazard.from(), calendar, zone).dueAt());
                } catch (UnknownYear unknown) {
                    tally.notDatable(unknown.year());
                }
            });
        }
        return tally.trial();
    }

    private Stream<OpenHazard> open(Scope scope) {
        Scope.Within within = scope.within("districtCode", "unit.code");
        TypedQuery<OpenHazard> query = database.createQuery("""
                        select id, number, districtCode, grade, category, dueFrom, dueAt from Hazard
                        where status = io.bihuan.hazard.lifecycle.Status.ASSIGNED
                        and policyVersion is not null and dueAt = originalDueAt and %s""".formatted(within.condition()), OpenHazard.class);
        within.parameters().forEach(query::setParameter);
        return query.setHint(HibernateHints.HINT_FETCH_SIZE, AT_ONCE).getResultStream();
    }
}
