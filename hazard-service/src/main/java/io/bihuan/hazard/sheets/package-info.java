/**
 * Sheets: tables in a CSV file or an XLSX workbook, read and written row by row, so that memory does not grow with their
 * length. Knows nothing of what stands in them.
 */
@NullMarked
package io.bihuan.hazard.sheets;

import org.jspecify.annotations.NullMarked;
