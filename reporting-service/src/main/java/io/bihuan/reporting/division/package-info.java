/**
 * How a district is divided into its parts: those next below it on file, and what lies in none of them. Figures that are summed up by
 * district code are put together here, so that every report has the same parts.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.division;
