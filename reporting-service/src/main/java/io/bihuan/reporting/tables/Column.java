package io.bihuan.reporting.tables;

/**
 * A column of a table.
 *
 * @param name as the JSON of the report calls it; {@code column.<name>} is its label for people
 */
public record Column(String name, Kind kind) {}
