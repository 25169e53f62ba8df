package io.bihuan.hazard.search;

import io.bihuan.hazard.lifecycle.Hazard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists hazards page by page. A page is found by its first key, not by counting, so it costs the same everywhere. */
@ApplicationScoped
public class Search {

    /** Stands for no deadline, after all that there are. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Where a text may occur. */
    private static final List<String> SEARCHED =
            List.of("description", "siteName", "address", "unit.name", "number", "externalNumber");

    private final EntityManager database;
    private final InstantSource clock;

    Search(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One page of the hazards that the filter lets through.
     *
     * @param cursor where the page before ended, or null for the first
     */
    public Page page(Filter filter, Order order, int limit, @Nullable Cursor cursor) {
        Conditions conditions = new Conditions();
        narrow(conditions, filter);
        if (cursor != null) {
            conditions.add(
                    "(%1$s %2$s :lastKey or %1$s = :lastKey and id %2$s :lastId)".formatted(order.key, order.after),
                    Map.of("lastKey", cursor.key(), "lastId", cursor.id()));
        }
        if (order.byDeadline()) {
            conditions.parameters.put("never", NEVER);
        }
        TypedQuery<Hazard> query = database.createQuery(
                "from Hazard %s order by %s %s, id %s"
                        .formatted(conditions.where(), order.key, order.direction, order.direction),
                Hazard.class);
        conditions.parameters.forEach(query::setParameter);
        List<Hazard> found = query.setMaxResults(limit + 1).getResultList();
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Hazard> items = found.subList(0, limit);
        Hazard last = items.get(limit - 1);
        return new Page(items, new Cursor(order, key(order, last), last.id()));
    }

    private static Instant key(Order order, Hazard hazard) {
        if (!order.byDeadline()) {
            return hazard.foundAt();
        }
        Instant dueAt = hazard.dueAt();
        return dueAt == null ? NEVER : dueAt;
    }

    private void narrow(Conditions conditions, Filter filter) {
        if (!filter.statuses().isEmpty()) {
            conditions.add("status in :statuses", Map.of("statuses", filter.statuses()));
        }
        if (filter.district() != null) {
            conditions.add("districtCode like :district", Map.of("district", filter.district() + "%"));
        }
        if (filter.grade() != null) {
            conditions.add("grade = :grade", Map.of("grade", filter.grade()));
        }
        if (filter.category() != null) {
            conditions.add("category = :category", Map.of("category", filter.category()));
        }
        if (filter.source() != null) {
            conditions.add("source = :source", Map.of("source", filter.source()));
        }
        if (filter.unit() != null) {
            conditions.add("(unit.code = :unit or unit.name = :unit)", Map.of("unit", filter.unit()));
        }
        if (filter.overdue() != null) {
            conditions.add(
                    (filter.overdue() ? "" : "not ")
                            + "(status = io.bihuan.hazard.lifecycle.Status.ASSIGNED and dueAt < :now)",
                    Map.of("now", clock.instant()));
        }
        if (filter.dueBefore() != null) {
            conditions.add("dueAt < :dueBefore", Map.of("dueBefore", filter.dueBefore()));
        }
        if (filter.foundFrom() != null) {
            conditions.add("foundAt >= :foundFrom", Map.of("foundFrom", filter.foundFrom()));
        }
        if (filter.foundTo() != null) {
            conditions.add("foundAt < :foundTo", Map.of("foundTo", filter.foundTo()));
        }
        if (filter.text() != null) {
            conditions.add(
                    SEARCHED.stream()
                            .map(field -> "lower(" + field + ") like :text escape '!'")
                            .collect(Collectors.joining(" or ", "(", ")")),
                    Map.of("text", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%"));
        }
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        void add(String text, Map<String, Object> values) {
            texts.add(text);
            parameters.putAll(values);
        }

        String where() {
            return texts.isEmpty() ? "" : "where " + String.join(" and ", texts);
        }
    }
}
