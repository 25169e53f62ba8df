package io.bihuan.hazard.sheets;

/**
 * The head of a column.
 *
 * @param width how many characters wide a workbook shows it
 */
public record Heading(String name, int width) {}
