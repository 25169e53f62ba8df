package io.bihuan.reporting.campaign;

import io.bihuan.reporting.statistics.Attendance;
import io.bihuan.reporting.statistics.Rate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was done under a campaign in one district or in all; {@code docs/measures.md} defines each figure.
 *
 * @param sites sites on file of the kinds that it covers
 * @param inspectedSites of them, inspected under it at least once
 * @param inspections inspections held under it, of sites of these kinds
 * @param found hazards found under it
 * @param closed of them, closed
 * @param trained who was trained under it
 */
public record Achievement(
        long sites, long inspectedSites, long inspections, long found, long closed, Attendance trained) {

    /** Nothing. */
    static final Achievement NONE = new Achievement(0, 0, 0, 0, 0, Attendance.NONE);

    /** 排查覆盖率; null without sites. */
    public @Nullable BigDecimal coverageRate() {
        return Rate.of(inspectedSites, sites);
    }

    /** 销号率; null without hazards. */
    public @Nullable BigDecimal closureRate() {
        return Rate.of(closed, found);
    }

    /** Whether the coverage is that of the target or more; null without sites. */
    public @Nullable Boolean coverageMet(BigDecimal target) {
        return met(inspectedSites, sites, target);
    }

    /** Whether the closure rate is that of the target or more; null without hazards. */
    public @Nullable Boolean closureMet(BigDecimal target) {
        return met(closed, found, target);
    }

    /** Judged before rounding: 19,999 of 20,000 are shown as 1.0000 and are not all. */
    private static @Nullable Boolean met(long part, long whole, BigDecimal target) {
        return whole == 0 ? null : BigDecimal.valueOf(part).compareTo(target.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    Achievement and(Achievement other) {
        return new Achievement(
                sites + other.sites,
                inspectedSites + other.inspectedSites,
                inspections + other.inspections,
                found + other.found,
                closed + other.closed,
                trained.and(other.trained));
    }
}
