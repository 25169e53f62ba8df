package io.bihuan.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call may see and touch. It belongs into the query, not behind it: what lies outside does not exist for the caller.
 *
 * @param everywhere whether there is no limit
 * @param districts codes under which he sees all; a code's prefix is its ancestor (glossary, section 2)
 * @param unit the responsible unit whose own he sees, wherever it lies; null if he is of none
 */
public record Scope(
        boolean everywhere,
        List<String> districts,
        @Nullable String unit) {

    /** No limit: of administrators, and of what the product does by itself. */
    public static final Scope EVERYWHERE = new Scope(true, List.of(), null);

    public Scope {
        districts = List.copyOf(districts);
    }

    /**
     * The codes under which all lies that it reaches by district, none within another; just the empty one, with which every code
     * begins, if there is no limit.
     */
    public List<String> prefixes() {
        return everywhere
                ? List.of("")
                : districts.stream()
                        .filter(code ->
                                districts.stream().noneMatch(other -> !other.equals(code) && code.startsWith(other)))
                        .distinct()
                        .toList();
    }

    /** Whether a district lies under one of these. */
    public boolean covers(@Nullable String district) {
        return everywhere || district != null && districts.stream().anyMatch(district::startsWith);
    }

    /** Whether something lies under one of these districts or is the unit's own. */
    public boolean covers(@Nullable String district, @Nullable String itsUnit) {
        return covers(district) || unit != null && unit.equals(itsUnit);
    }

    /** Whether it reaches no further than one unit's own. */
    public boolean isOfUnit() {
        return !everywhere && districts.isEmpty() && unit != null;
    }
}
