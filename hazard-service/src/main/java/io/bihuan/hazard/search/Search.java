package io.bihuan.hazard.search;

import io.bihuan.hazard.lifecycle.Hazard;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** Lists hazards page by page. A page is found by its first key, not by counting, so it costs the same everywhere. */
@ApplicationScoped
public class Search {

    private static final int FETCHED_AT_ONCE = 500;
    private static final int NEAREST_TEXTS = 8000;

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
    @Transactional
    public Page page(Filter filter, Order order, int limit, @Nullable Cursor cursor) {
        planForTheseValues();
        Conditions conditions = Conditions.of(filter, clock.instant());
        if (cursor != null) {
            conditions.after(cursor);
        }
        List<Hazard> found = first(conditions, order, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Hazard> items = found.subList(0, limit);
        Hazard last = items.get(limit - 1);
        return new Page(items, new Cursor(order, order.key(last), last.id()));
    }

    /** How many hazards the filter lets through, counted up to the given number and no further. */
    @Transactional
    public int count(Filter filter, int most) {
        planForTheseValues();
        Conditions conditions = Conditions.of(filter, clock.instant());
        TypedQuery<UUID> query = database.createQuery("select h.id from " + conditions.text(), UUID.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(most).getResultList().size();
    }

    /**
     * A common word fills a page from the nearest texts; one that does not is rare enough to be looked up. PostgreSQL takes
     * the pieces of one word for independent of each other, and would look up tens of thousands of a common one.
     */
    private List<Hazard> first(Conditions conditions, Order order, int most) {
        Instant horizon = conditions.walksTexts(order) ? horizon(conditions, order) : null;
        if (horizon != null) {
            List<Hazard> near = query(conditions.upTo(order, horizon), order)
                    .setMaxResults(most)
                    .getResultList();
            if (near.size() == most) {
                return near;
            }
        }
        return query(conditions, order).setMaxResults(most).getResultList();
    }

    /** When the last of the nearest texts was found; null if there are no more than those. */
    private @Nullable Instant horizon(Conditions conditions, Order order) {
        TypedQuery<Instant> query = database.createQuery(
                "select t.foundAt from HazardText t%s order by %s"
                        .formatted(conditions.start(), conditions.sorted(order)),
                Instant.class);
        conditions.startParameters().forEach(query::setParameter);
        return query.setFirstResult(NEAREST_TEXTS)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** Hands over every hazard that the filter lets through, one after the other; none is kept in memory. */
    @Transactional
    @TransactionConfiguration(timeout = 3600)
    public void each(Filter filter, Order order, Consumer<Hazard> reader) {
        planForTheseValues();
        TypedQuery<Hazard> query = query(Conditions.of(filter, clock.instant()), order)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .setHint(HibernateHints.HINT_READ_ONLY, true);
        try (Stream<Hazard> hazards = query.getResultStream()) {
            hazards.forEach(hazard -> {
                reader.accept(hazard);
                database.detach(hazard);
            });
        }
    }

    /** What is rare is looked up and what is common is met on the way: which of the two, depends on the values. */
    private void planForTheseValues() {
        database.createNativeQuery("set local plan_cache_mode = force_custom_plan")
                .executeUpdate();
    }

    private TypedQuery<Hazard> query(Conditions conditions, Order order) {
        TypedQuery<Hazard> query = database.createQuery(
                "select h from %s order by %s".formatted(conditions.text(), conditions.sorted(order)), Hazard.class);
        conditions.parameters().forEach(query::setParameter);
        return query;
    }
}
