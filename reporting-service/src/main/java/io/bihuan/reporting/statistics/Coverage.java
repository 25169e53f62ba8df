package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How thoroughly a district is inspected; {@code docs/measures.md} defines each figure.
 *
 * @param sites sites on file at the moment
 * @param inspectedSites of them, inspected at least once in the period
 * @param coverageRate 排查覆盖率, inspectedSites ÷ sites; 0 to 1 in four decimals, null without sites
 * @param inspections inspections held in the period
 * @param checkedItems check items that passed or failed in them
 * @param failedItems check items that failed
 * @param cleanInspections inspections in which nothing failed and no hazard came to light
 * @param foundHazards hazards that came to light
 * @param fixedOnSpot of them, fixed on the spot 现场整改
 * @param inspectedUnits units to which the inspected sites belong, each once
 */
public record Coverage(
        long sites,
        long inspectedSites,
        @Nullable BigDecimal coverageRate,
        long inspections,
        long checkedItems,
        long failedItems,
        long cleanInspections,
        long foundHazards,
        long fixedOnSpot,
        long inspectedUnits) {

    /** Of nothing. */
    public static final Coverage NONE = of(0, 0, 0, 0, 0, 0, 0, 0);

    /** What was counted comes to; of units none yet, see {@link #ofUnits}. */
    public static Coverage of(
            long sites,
            long inspectedSites,
            long inspections,
            long checkedItems,
            long failedItems,
            long cleanInspections,
            long foundHazards,
            long fixedOnSpot) {
        return new Coverage(
                sites,
                inspectedSites,
                Rate.of(inspectedSites, sites),
                inspections,
                checkedItems,
                failedItems,
                cleanInspections,
                foundHazards,
                fixedOnSpot,
                0);
    }

    /** Of both together, but for units: one may have sites in both. */
    public Coverage and(Coverage other) {
        return of(
                sites + other.sites,
                inspectedSites + other.inspectedSites,
                inspections + other.inspections,
                checkedItems + other.checkedItems,
                failedItems + other.failedItems,
                cleanInspections + other.cleanInspections,
                foundHazards + other.foundHazards,
                fixedOnSpot + other.fixedOnSpot);
    }

    /** The same with so many units. */
    public Coverage ofUnits(long units) {
        return new Coverage(
                sites,
                inspectedSites,
                coverageRate,
                inspections,
                checkedItems,
                failedItems,
                cleanInspections,
                foundHazards,
                fixedOnSpot,
                units);
    }
}
