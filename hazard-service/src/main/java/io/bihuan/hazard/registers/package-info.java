/**
 * What is on file: districts, responsible units, the sites that are inspected and the items that are looked for there.
 * A register is data, loaded at start or entered by an office; no code knows a country's districts.
 */
@NullMarked
package io.bihuan.hazard.registers;

import org.jspecify.annotations.NullMarked;
