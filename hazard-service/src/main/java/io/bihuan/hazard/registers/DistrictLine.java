package io.bihuan.hazard.registers;

import io.bihuan.hazard.registers.District.Level;
import org.jspecify.annotations.Nullable;

/** One line of a register of districts. */
record DistrictLine(String code, String name, @Nullable String parentCode, Level level) {}
