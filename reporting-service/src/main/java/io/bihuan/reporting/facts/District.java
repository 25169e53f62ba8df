package io.bihuan.reporting.facts;

/**
 * A district 行政区划 as it stands on file.
 *
 * @param code of GB/T 2260 or another register; a code's prefix is its ancestor
 * @param version 1, 2, 3… per district
 * @param name as people call it
 */
public record District(String code, int version, String name) implements DistrictNews {}
