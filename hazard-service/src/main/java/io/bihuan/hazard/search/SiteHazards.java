package io.bihuan.hazard.search;

import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.lifecycle.Status;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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

    public OnFile of(String siteCode) {
        return new OnFile(
                counts(siteCode),
                hazards.find("siteCode = ?1 and status in ?2", Sort.by("foundAt", "id"), siteCode, Status.OPEN)
                        .page(0, MOST_OPEN)
                        .list(),
                hazards.find(
                                "siteCode = ?1 and status = ?2",
                                Sort.descending("closedAt", "id"),
                                siteCode,
                                Status.CLOSED)
                        .page(0, LATEST_CLOSED)
                        .list());
    }

    private Map<Status, Long> counts(String siteCode) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        hazards.getEntityManager()
                .createQuery(
                        "select status, count(*) from Hazard where siteCode = :site group by status", Object[].class)
                .setParameter("site", siteCode)
                .getResultList()
                .forEach(row -> counts.put((Status) row[0], (Long) row[1]));
        return counts;
    }
}
