package io.bihuan.reporting.coverage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspection 检查 that was held.
 *
 * @param siteKind what the site was at that time
 * @param districtCode where it lay at that time
 * @param campaign the code of the campaign that it was held under, if any
 * @param checked check items that passed or failed
 * @param failed check items that failed
 * @param found hazards that came to light
 * @param fixedOnSpot of them, fixed on the spot
 * @param clean nothing failed and nothing came to light
 * @param at when it was held, in whole microseconds
 */
public record Inspection(
        UUID id,
        int version,
        String siteCode,
        SiteKind siteKind,
        String districtCode,
        @Nullable String campaign,
        int checked,
        int failed,
        int found,
        int fixedOnSpot,
        boolean clean,
        Instant at) {}
