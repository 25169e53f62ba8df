package io.bihuan.notification.sql;

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
     * @param condition in HQL, with its parameter as {@code :name}
     * @param value null if it isn't wanted
     */
    public Where and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** In HQL. */
    public String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** The parameters by name. */
    public Map<String, Object> values() {
        return values;
    }
}
