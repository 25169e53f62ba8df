/**
 * One fact per hazard, folded from the steps of its life, and the register of districts that they are in; answers the figures of any
 * district, period and moment, present or past.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.facts;
