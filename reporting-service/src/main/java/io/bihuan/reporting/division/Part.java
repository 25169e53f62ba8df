package io.bihuan.reporting.division;

import org.jspecify.annotations.Nullable;

/**
 * One part of a district.
 *
 * @param code the part's, or the district's own for what lies directly in it
 * @param name null if the code is not on file
 */
public record Part<F>(String code, @Nullable String name, F figures) {}
