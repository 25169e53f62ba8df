package io.bihuan.hazard.listing;

import io.bihuan.access.Scope;
import io.bihuan.hazard.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of things that happened at an instant that never changes, and that are never deleted: the latest first, those
 * of the same instant by their id. So the id of a page's last item says where the next begins, whatever was added.
 *
 * @param <T> an entity
 */
public final class Listing<T> {

    private final Class<T> type;
    private final String instant;
    private final Function<T, UUID> ids;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param type what is listed
     * @param instant the property that says when it happened
     * @param ids tells an item's id, the property {@code id}
     */
    public Listing(Class<T> type, String instant, Function<T, UUID> ids) {
        this.type = type;
        this.instant = instant;
        this.ids = ids;
    }

    /**
     * Narrows the list, unless there is no value to narrow it by.
     *
     * @param condition HQL that speaks of the entity as {@code e} and of the value as {@code :name}
     */
    public Listing<T> where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add("(" + condition + ")");
            parameters.put(name, value);
        }
        return this;
    }

    /**
     * Narrows the list to what lies in a scope: under one of its districts, or of its unit.
     *
     * @param unit the property that says whose it is; null if it is nobody's
     */
    public Listing<T> within(Scope scope, @Nullable String unit) {
        Scope.Within within = scope.within("e.districtCode", unit == null ? null : "e." + unit);
        conditions.add(within.condition());
        parameters.putAll(within.parameters());
        return this;
    }

    /** Narrows the list to a district and all below it. */
    public Listing<T> in(@Nullable String district) {
        return where("e.districtCode like :district", "district", district == null ? null : district + "%");
    }

    /** Narrows the list to what happened at {@code from} or later, and before {@code to}. */
    public Listing<T> between(@Nullable Instant from, @Nullable Instant to) {
        return where("e." + instant + " >= :from", "from", from).where("e." + instant + " < :to", "to", to);
    }

    /**
     * A part of the list.
     *
     * @param nextCursor the last item's id; null after the last page
     */
    public record Slice<T>(List<T> items, @Nullable UUID nextCursor) {}

    /**
     * One page.
     *
     * @param cursor where the page before ended, or null for the first
     */
    public Slice<T> page(EntityManager database, int limit, @Nullable UUID cursor) {
        if (cursor != null) {
            startAfter(database, cursor);
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        TypedQuery<T> query = database.createQuery(
                "from %s e %s order by e.%s desc, e.id desc".formatted(type.getName(), where, instant), type);
        parameters.forEach(query::setParameter);
        List<T> found = query.setMaxResults(limit + 1).getResultList();
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), ids.apply(found.get(limit - 1)));
    }

    private void startAfter(EntityManager database, UUID cursor) {
        Instant last = database.createQuery(
                        "select e.%s from %s e where e.id = :id".formatted(instant, type.getName()), Instant.class)
                .setParameter("id", cursor)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal("cursor", "cursor.malformed"));
        where("(e.%s, e.id) < (:lastAt, :last)".formatted(instant), "lastAt", last);
        parameters.put("last", cursor);
    }
}
