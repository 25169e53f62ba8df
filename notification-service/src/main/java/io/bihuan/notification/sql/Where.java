package io.bihuan.notification.sql;

import io.bihuan.access.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, all of which must hold; one without a value isn't asked. */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a condition.
     *
     * @param condition in HQL or SQL, with its parameter as {@code :name}
     * @param value null if it isn't wanted
     */
    public Where and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /**
     * Adds that something lies within a scope.
     *
     * @param condition with {@code %s} in place of what is asked of its district and unit
     * @param district its district's code
     * @param unit the code of the unit that it is of; null if it is of none
     */
    public Where within(Scope scope, String condition, String district, @Nullable String unit) {
        if (scope.everywhere()) {
            return this; // spares looking at all there is
        }
        var within = scope.within(district, unit);
        conditions.add(condition.formatted(within.condition()));
        values.putAll(within.parameters());
        return this;
    }

    /** In HQL or SQL, as the conditions are. */
    public String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** The parameters by name. */
    public Map<String, Object> values() {
        return values;
    }
}
