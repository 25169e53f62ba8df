package io.bihuan.hazard.casework;

import io.bihuan.hazard.lifecycle.Location;
import org.jspecify.annotations.Nullable;

/**
 * The command that takes a case in.
 *
 * @param lifeThreatening whether somebody's life is in danger
 * @param externalNumber the number under which the source knows it; one case per source and number
 */
public record Receipt(
        CaseKind kind,
        boolean lifeThreatening,
        CaseSource source,
        @Nullable String externalNumber,
        String districtCode,
        CaseCategory category,
        String description,
        @Nullable String address,
        @Nullable Location location) {}
