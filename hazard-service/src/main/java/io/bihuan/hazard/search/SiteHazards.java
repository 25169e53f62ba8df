package io.bihuan.hazard.search;

import io.bihuan.access.Scope;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Status;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hazards of one site, for its file 一户一档 (glossary, section 2). */
@ApplicationScoped
public class SiteHazards {

    /** More open ones at one site are a list of their own. */
    private static final int MOST_OPEN = 100;

    private static final int LATEST_CLOSED = 10;

    private final Hazards hazards;

    SiteHazards(Hazards hazards) {
        this.hazards = hazards;
    }

    /**
     * What was found at a site so far.
     *
     * @param counts of all that were found, by where they stand; a status that none has is not in it
     * @param open those with something still to be done, the oldest first; at most {@value #MOST_OPEN}
     * @param closed the latest that were struck off, the latest first; at most {@value #LATEST_CLOSED}
     */
    public record OnFile(Map<Status, Long> counts, List<Hazard> open, List<Hazard> closed) {}

    /** @param scope hazards outside of it are not counted either: the site's unit does not see those of another unit there */
    public OnFile of(String siteCode, Scope scope) {
        Scope.Within within = scope.within("districtCode", "unit.code");
        Map<String, Object> parameters = new HashMap<>(within.parameters());

        parameters.put("site", siteCode);
        String here = "siteCode = :site and " + within.condition();
        return new OnFile(
                counts(here, parameters),
                first(here, parameters, Status.OPEN, Sort.by("foundAt", "id"), MOST_OPEN),
                first(here, parameters, Set.of(Status.CLOSED), Sort.descending("closedAt", "id"), LATEST_CLOSED));
    }

    private List<Hazard> first(String here, Map<String, Object> parameters, Set<Status> of, Sort order, int most) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("statuses", of);
        return hazards.find(here + " and status in :statuses", order, all)
                .page(0, most)
                .list();
    }

    private Map<Status, Long> counts(String here, Map<String, Object> parameters) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        TypedQuery<Object[]> query = hazards.getEntityManager()
                .createQuery("select status, count(*) from Hazard where " + here + " group by status", Object[].class);
        parameters.forEach(query::setParameter);
        query.getResultList().forEach(row -> counts.put((Status) row[0], (Long) row[1]));
        return counts;
    }
}
