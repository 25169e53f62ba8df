/**
 * What is inspected: the sites and units on file, each version with the time in which it was in force, and the inspections that were
 * held. Answers coverage 排查覆盖率 of any district, period and moment, present or past.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.coverage;
