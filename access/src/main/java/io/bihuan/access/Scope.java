package io.bihuan.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * That something lies within, as a condition of a query in HQL or SQL.
     *
     * @param parameters of the condition, by the names that it has in there
     */
    public record Within(String condition, Map<String, Object> parameters) {}

    /**
     * That something lies within.
     *
     * @param district what a query calls its district's code
     * @param itsUnit what a query calls the code of the unit that it is of; null if it is of none
     */
    public Within within(String district, @Nullable String itsUnit) {
        if (everywhere) {
            return new Within("1 = 1", Map.of());
        }
        List<String> any = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        for (String prefix : prefixes()) {
            String name = "within" + any.size();
            any.add(district + " like :" + name);
            parameters.put(name, prefix + "%");
        }
        if (itsUnit != null && unit != null) {
            any.add(itsUnit + " = :ownUnit");
            parameters.put("ownUnit", unit);
        }
        return new Within(any.isEmpty() ? "1 = 0" : "(" + String.join(" or ", any) + ")", parameters);
    }

    /** The districts in words, for somebody who named another. */
    public String described() {
        return districts.isEmpty() ? "—" : String.join(", ", prefixes());
    }

    /** Whether it reaches no further than one unit's own. */
    public boolean isOfUnit() {
        return !everywhere && districts.isEmpty() && unit != null;
    }
}
