package io.bihuan.reporting.division;

import java.util.List;

/**
 * A district's figures by its parts.
 *
 * @param parts in code order: each district next below on file, each code not on file that has figures, and the district's own code if
 *     it has figures of its own
 * @param total of all parts together
 */
public record Divided<F>(List<Part<F>> parts, F total) {}
