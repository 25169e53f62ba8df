/**
 * A report as a table, whatever it reports: labelled columns, rows and a total, which leave as an XLSX workbook or as CSV in
 * Chinese or English. The labels of every measure stand in {@code tables_zh.properties} and {@code tables_en.properties}.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.tables;
