package io.bihuan.hazard.casework;

import io.bihuan.hazard.StaleVersion;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.function.IntFunction;

/** The versions of one kind of rules that are data: each change adds one, and none is ever changed. */
final class Versions<V extends Version> {

    private final EntityManager database;
    private final Class<V> type;

    Versions(EntityManager database, Class<V> type) {
        this.database = database;
        this.type = type;
    }

    V inForce() {
        return database.createQuery("from %s order by version desc".formatted(type.getName()), type)
                .setMaxResults(1)
                .getSingleResult();
    }

    /**
     * Adds the next version, unless the sender has seen another than the one in force. One at a time.
     *
     * @param seen versions, any of which will do; empty if the sender does not mind
     */
    V add(Set<Integer> seen, IntFunction<V> next) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext(:kind))")
                .setParameter("kind", type.getName())
                .getSingleResult();
        int current = inForce().version();
        StaleVersion.check(current, seen);
        V added = next.apply(current + 1);
        database.persist(added);
        return added;
    }
}
