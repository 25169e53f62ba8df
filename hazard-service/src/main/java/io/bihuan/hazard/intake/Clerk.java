package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.intake.Progress.State;
import io.bihuan.hazard.lifecycle.IllegalStep;
import io.bihuan.hazard.lifecycle.StepTooEarly;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Enters the ledgers that were handed in, one after the other, many rows in a transaction. A row that is wrong is
 * noted and stops nothing: one that spoils its batch only shows when each of them is entered alone. Every replica has a
 * clerk; an import is with one of them at a time.
 */
@ApplicationScoped
class Clerk {

    private static final Logger LOG = Logger.getLogger(Clerk.class);

    /** Taken up this often without one row entered, an import is given up, so that it can't keep the clerks from others. */
    private static final int MOST_ATTEMPTS = 5;

    /** As many rows share a transaction, which costs as much as entering several. */
    private static final int ROWS_AT_ONCE = 100;

    private final UUID self = UUID.randomUUID();
    private final Jobs jobs;
    private final Entry entry;
    private final InstantSource clock;
    private final ZoneId zone;
    private volatile boolean leaving;

    Clerk(Jobs jobs, Entry entry, InstantSource clock, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.jobs = jobs;
        this.entry = entry;
        this.clock = clock;
        this.zone = zone;
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
        try (LedgerReader ledger = LedgerReader.open(() -> StoredFile.open(jobs, claim.job()), claim.mapping(), zone)) {
            long number = 0;
            List<Told> batch = new ArrayList<>();
            for (Told row = ledger.next(clock.instant()); row != null; row = ledger.next(clock.instant())) {
                if (++number > claim.done()) {
                    batch.add(row);
                }
                if (batch.size() == ROWS_AT_ONCE) {
                    if (leaving) {
                        return false;
                    }
                    enter(claim, batch);
                    batch.clear();
                }
            }
            enter(claim, batch);
            return true;
        }
    }

    private void enter(Claim claim, List<Told> batch) {
        try {
            entry.enter(claim, batch, clock.instant());
        } catch (Claim.Lost lost) {
            throw lost;
        } catch (RuntimeException oneOfThem) {
            LOG.debugf(oneOfThem, "import %s: a row spoils its batch", claim.job());
            batch.forEach(row -> enterAlone(claim, row));
        }
    }

    private void enterAlone(Claim claim, Told row) {
        try {
            entry.enter(claim, List.of(row), clock.instant());
        } catch (Refusal refusal) {
            jobs.fail(claim, row.row(), refusal.violations());
        } catch (StepTooEarly early) {
            jobs.fail(
                    claim, row.row(), List.of(new Violation("life", "step.tooEarly", early.at(), early.previousAt())));
        } catch (IllegalStep illegal) {
            jobs.fail(
                    claim,
                    row.row(),
                    List.of(new Violation(
                            "life",
                            "import.illegalStep",
                            illegal.step().action(),
                            illegal.status().name())));
        } catch (Claim.Lost lost) {
            throw lost;
        } catch (RuntimeException unforeseen) {
            // If it is the database that is away, noting this fails too, and the row is tried again later.
            jobs.fail(claim, row.row(), List.of(new Violation("row", "import.unforeseen")));
            LOG.errorf(unforeseen, "import %s: row %d was not entered", claim.job(), row.row());
        }
    }
}
