/**
 * What is on file: the districts that hazards lie in. A register is data, loaded at start; no code knows a
 * country's districts.
 */
@NullMarked
package io.bihuan.hazard.registers;

import org.jspecify.annotations.NullMarked;
