package io.bihuan.hazard.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The policy and the calendar that are in force. Both are remembered, so that to date a hazard takes one query: which
 * is the newest of each. So a version recorded, or a calendar entered, through one replica holds for all at once.
 */
@ApplicationScoped
class Rules {

    /** What dates hazards, and which editions of it are remembered. */
    record Current(int policyVersion, PolicyLines lines, int calendarEdition, WorkCalendar calendar) {}

    private final Policies policies;
    private final Calendars calendars;
    private volatile @Nullable Current remembered;

    Rules(Policies policies, Calendars calendars) {
        this.policies = policies;
        this.calendars = calendars;
    }

    Current current() {
        Object[] newest = (Object[]) policies.getEntityManager()
                .createNativeQuery("select (select max(version) from deadline_policy),"
                        + " (select coalesce(max(edition), 0) from calendar)")
                .getSingleResult();
        int version = (int) newest[0];
        int edition = (int) newest[1];
        Current known = remembered;
        if (known == null || known.policyVersion() != version || known.calendarEdition() != edition) {
            known = new Current(version, policies.findById(version).lines(), edition, WorkCalendar.of(calendars.all()));
            remembered = known;
        }
        return known;
    }
}
