/** A little help with SQL: many rows in one statement, for the paths that must be fast, and bounds that may be missing. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.sql;
