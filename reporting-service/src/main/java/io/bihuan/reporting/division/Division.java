package io.bihuan.reporting.division;

import io.bihuan.reporting.facts.Boundaries;
import io.bihuan.reporting.facts.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a district is divided at a moment. */
public final class Division {

    private final Parts parts;
    private final @Nullable String name;
    private final Boundaries boundaries;
    private final Instant at;

    /**
     * @param name of the district itself; null if it is not on file
     */
    Division(Parts parts, @Nullable String name, Boundaries boundaries, Instant at) {
        this.parts = parts;
        this.name = name;
        this.boundaries = boundaries;
        this.at = at;
    }

    /** What the codes of the places begin with that may lie in the district; no one begins another. */
    public List<String> told() {
        return boundaries.told(parts.district(), at);
    }

    /** The part in which a place lies whose code was told so: one on file or else its very code; null if it lies elsewhere. */
    public @Nullable String part(String told) {
        String code = boundaries.district(told, at);
        if (!code.startsWith(parts.district())) {
            return null;
        }
        String part = parts.of(code);
        return part.equals(parts.district()) ? code : part;
    }

    /**
     * The figures of the parts that have some, and of those on file that have none.
     *
     * @param figures by the part's code
     */
    public <F> Divided<F> divide(Map<String, F> figures, F none, F total) {
        Map<String, Part<F>> divided = new TreeMap<>();
        figures.forEach((code, ofPart) ->
                divided.put(code, new Part<>(code, code.equals(parts.district()) ? name : null, ofPart)));
        for (Parts.Part part : parts.parts()) {
            F ofPart = figures.get(part.code());
            if (part.onFile() || ofPart != null) {
                divided.put(part.code(), new Part<>(part.code(), part.name(), ofPart == null ? none : ofPart));
            }
        }
        return new Divided<>(List.copyOf(divided.values()), total);
    }
}
