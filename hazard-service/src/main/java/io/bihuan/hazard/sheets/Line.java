package io.bihuan.hazard.sheets;

import java.util.List;

/**
 * One row of a sheet with something in it.
 *
 * @param number as a spreadsheet counts: the first is 1
 * @param cells as texts, those of a workbook only up to the last that is filled
 */
public record Line(long number, List<String> cells) {}
