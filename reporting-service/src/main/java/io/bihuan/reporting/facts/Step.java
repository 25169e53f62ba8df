package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a hazard's life and the hazard as it stood after it.
 *
 * @param version 1, 2, 3… per hazard
 * @param type such as {@code hazard.returned}
 * @param at when it happened, in whole microseconds
 * @param unitCode the responsible unit's code; null where it has none or the step doesn't name a unit
 * @param unitName the responsible unit's name; null where the step doesn't name a unit
 * @param round 1, and one more each time that a look-back reopens the hazard
 * @param dueAt the deadline; null while none is set
 */
public record Step(
        UUID hazardId,
        int version,
        String type,
        Instant at,
        Status status,
        String districtCode,
        Grade grade,
        Category category,
        Source source,
        @Nullable String unitCode,
        @Nullable String unitName,
        int round,
        @Nullable Instant dueAt) {}
