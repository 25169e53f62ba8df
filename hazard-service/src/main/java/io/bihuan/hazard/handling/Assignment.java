package io.bihuan.hazard.handling;

import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The command that orders a unit to rectify 交办. */
public record Assignment(
        Unit unit,
        @Nullable Responsible responsible,
        Term term,
        @Nullable String measures,
        @Nullable BigDecimal funds,
        @Nullable String contingencyPlan,
        @Nullable String interimControls) {}
