package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A district's figures by its parts.
 *
 * @param parts in code order: each district next below on file, each code not on file that has hazards, and the district's own code if
 *     hazards are registered directly on it; every hazard is in exactly one part
 * @param total of all hazards of all parts
 */
public record RollUp(List<Part> parts, Figures total) {

    /**
     * One part.
     *
     * @param name null if the code is not on file
     */
    public record Part(String code, @Nullable String name, Figures figures) {}
}
