package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.intake.Progress.State;
import io.bihuan.hazard.sheets.Row;
import io.bihuan.hazard.sheets.Table;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Enters the ledgers that were handed in, one after the other, each row in a transaction of its own: a row that is
 * wrong is noted and stops nothing. Every replica has a clerk; an import is with one of them at a time.
 */
@ApplicationScoped
class Clerk {

    private static final Logger LOG = Logger.getLogger(Clerk.class);

    /** Taken up this often without one row entered, an import is given up, so that it can't keep the clerks from others. */
    private static final int MOST_ATTEMPTS = 5;

    private final UUID self = UUID.randomUUID();
    private final Jobs jobs;
    private final Entry entry;
    private final InstantSource clock;
    private volatile boolean leaving;

    Clerk(Jobs jobs, Entry entry, InstantSource clock) {
        this.jobs = jobs;
        this.entry = entry;
        this.clock = clock;
    }

    void leave(@Observes ShutdownEvent shutdown) {
        leaving = true;
    }

    /** Works until nothing waits. */
    @Scheduled(every = "1s", identity = "imports", concurrentExecution = ConcurrentExecution.SKIP)
    void work() {
        Optional<Claim> claim = jobs.claim(self);
        while (claim.isPresent() && !leaving) {
            work(claim.get());
            claim = jobs.claim(self);
        }
    }

    private void work(Claim claim) {
        if (claim.attempts() > MOST_ATTEMPTS) {
            LOG.errorf("import %s is given up after %d attempts", claim.job(), claim.attempts() - 1);
            jobs.giveUp(claim, List.of(new Violation("file", "import.givenUp")));
            return;
        }
        try {
            jobs.end(claim, enterRows(claim) ? State.DONE : State.QUEUED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refusal) {
            // It was checked when it was handed in; only a newer version of the service can find fault with it now.
            jobs.giveUp(claim, refusal.violations());
        } catch (Claim.Lost lost) {
            LOG.warnf("%s; left to it", lost.getMessage());
        }
    }

    /** Whether all rows are entered; if not, this replica is leaving. */
    private boolean enterRows(Claim claim) throws IOException {
        Mapping mapping = MappingReader.read(claim.mapping());
        LifeReader reader = new LifeReader(mapping);
        try (Table ledger = Ledger.open(() -> StoredFile.open(jobs, claim.job()), mapping)) {
            long number = 0;
            for (Row row = ledger.next(); row != null; row = ledger.next()) {
                if (leaving) {
                    return false;
                }
                if (++number > claim.done()) {
                    enter(claim, row, reader);
                }
            }
            return true;
        }
    }

    private void enter(Claim claim, Row row, LifeReader reader) {
        Instant now = clock.instant();
        try {
            entry.enter(claim, reader.read(row, now), now);
        } catch (Refusal refusal) {
            jobs.fail(claim, row.number(), refusal.violations());
        } catch (Claim.Lost lost) {
            throw lost;
        } catch (RuntimeException unforeseen) {
            // If it is the database that is away, noting this fails too, and the row is tried again later.
            jobs.fail(claim, row.number(), List.of(new Violation("row", "import.unforeseen")));
            LOG.errorf(unforeseen, "import %s: row %d was not entered", claim.job(), row.number());
        }
    }
}
