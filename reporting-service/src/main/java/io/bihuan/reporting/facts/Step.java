package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a hazard's life as it was told, and the hazard as it stood after it.
 *
 * @param version 1, 2, 3… per hazard
 * @param type such as {@code hazard.returned}
 * @param at when it happened, in whole microseconds
 * @param unitCode the responsible unit's code; null where it has none or the step doesn't name a unit
 * @param unitName the responsible unit's name; null where the step doesn't name a unit
 * @param campaign the campaign that the hazard was found under; null where the step doesn't say
 * @param round 1, and one more each time that a look-back reopens the hazard
 * @param dueAt the deadline; null while none is set
 * @param funds what the order costs, in CNY; null where the step doesn't say
 * @param contingencyPlan whether the step brings a contingency plan
 * @param interimControls whether the step brings interim controls
 */
public record Step(
        UUID hazard,
        int version,
        String type,
        Instant at,
        Status status,
        String district,
        Grade grade,
        Category category,
        Source source,
        @Nullable String unitCode,
        @Nullable String unitName,
        @Nullable String campaign,
        int round,
        @Nullable Instant dueAt,
        @Nullable BigDecimal funds,
        boolean contingencyPlan,
        boolean interimControls) {

    boolean orders() {
        return type.equals("hazard.assigned");
    }

    boolean sendsBack() {
        return type.equals("hazard.returned");
    }
}
