package io.bihuan.reporting.clock;

import io.bihuan.reporting.facts.Facts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Posts deadlines that have passed and boundaries that have begun to hold. A question counts what is not posted yet by itself, so this
 * keeps answers quick and changes none.
 */
@ApplicationScoped
class Passing {

    private static final int AT_ONCE = 500;

    private final Facts facts;

    Passing(Facts facts) {
        this.facts = facts;
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void letTimePass() {
        int hazards;
        do {
            hazards = QuarkusTransaction.requiringNew().call(() -> facts.letTimePass(AT_ONCE));
        } while (hazards >= AT_ONCE);
    }
}
