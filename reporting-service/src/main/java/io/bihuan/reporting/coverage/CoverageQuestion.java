package io.bihuan.reporting.coverage;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose coverage is asked for, and when.
 *
 * @param parent code of the district whose parts are asked for; empty for the whole register
 * @param from inspections held at or after this; null for no bound
 * @param to inspections held before this; null for no bound
 * @param asOf the moment: inspections held by then count, and the sites that were on file then
 * @param kinds only sites of these kinds; empty for all
 * @param campaign only inspections held under this campaign; null for all
 */
public record CoverageQuestion(
        String parent,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant asOf,
        Set<SiteKind> kinds,
        @Nullable String campaign) {

    /** About all sites and inspections of a district. */
    public static CoverageQuestion in(String parent, Instant asOf) {
        return new CoverageQuestion(parent, null, null, asOf, Set.of(), null);
    }

    /** The same about inspections held at or after one moment and before another; null for no bound. */
    public CoverageQuestion held(@Nullable Instant from, @Nullable Instant to) {
        return new CoverageQuestion(parent, from, to, asOf, kinds, campaign);
    }

    /** The same about sites of these kinds; none for all. */
    public CoverageQuestion of(Set<SiteKind> kinds) {
        return new CoverageQuestion(parent, from, to, asOf, kinds, campaign);
    }

    /** The same about inspections held under a campaign; null for all. */
    public CoverageQuestion under(@Nullable String campaign) {
        return new CoverageQuestion(parent, from, to, asOf, kinds, campaign);
    }
}
