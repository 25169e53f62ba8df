/**
 * How a district is divided into its parts at a moment, by the boundaries of that moment. Figures that are counted by district code
 * are put together here, so that every report has the same parts.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.division;
