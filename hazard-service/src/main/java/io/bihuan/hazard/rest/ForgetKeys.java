package io.bihuan.hazard.rest;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets idempotency keys when the 7 days are over for which the contract promises them. */
@ApplicationScoped
public class ForgetKeys {

    private static final Duration KEPT = Duration.ofDays(7);

    private final EntityManager database;
    private final InstantSource clock;

    ForgetKeys(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void forget() {
        database.createNativeQuery("delete from idempotency_key where recorded_at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
