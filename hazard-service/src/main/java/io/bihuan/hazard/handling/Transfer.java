package io.bihuan.hazard.handling;

import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.lifecycle.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The command that hands a hazard over 移交.
 *
 * @param districtCode where it belongs from now on; null where it stays
 */
public record Transfer(
        Unit unit, Responsible responsible, @Nullable String districtCode, String reason) {}
