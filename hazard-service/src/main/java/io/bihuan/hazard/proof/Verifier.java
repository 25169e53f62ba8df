package io.bihuan.hazard.proof;

import io.agroal.api.AgroalDataSource;
import io.bihuan.hazard.proof.ChainCheck.Head;
import io.bihuan.hazard.proof.ChainCheck.Link;
import io.bihuan.hazard.proof.ChainCheck.Step;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out the verification that was asked for. Every replica looks for one, the one that gets the lock does it; the
 * lock dies with its connection, so that another begins anew after a death. All is read in two passes side by side: each
 * row by itself and against the seals in the order of their numbers, and the chains with their subjects. Each pass sees the
 * history as it was at one moment, whatever is recorded meanwhile, and has some thousand rows in memory.
 */
@ApplicationScoped
class Verifier {

    private static final Logger LOG = Logger.getLogger(Verifier.class);

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int ROWS_BETWEEN_NOTES = 20_000;

    private static final String ROWS = """
            select seq, id, stream, key, subject, version, type, at, recorded_at, by, data, previous_hash, hash, specversion
              from history order by seq""";

    private static final String LINKS = """
            select * from (
                select coalesce(h.stream collate "C", s.stream) as stream, coalesce(h.key collate "C", s.key) as key,
                       coalesce(h.subject, s.number), h.seq, h.version, h.previous_hash, h.hash,
                       s.version as head_version, s.hash as head_hash
                  from history h
                  full join subject_on_file s on s.stream = h.stream collate "C" and s.key = h.key collate "C") as link
             order by stream, key, version, seq""";

    private final AgroalDataSource database;
    private final Verifications verifications;
    private final ZoneId zone;

    private volatile boolean leaving;

    Verifier(
            AgroalDataSource database, Verifications verifications, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.verifications = verifications;
        this.zone = zone;
    }

    /** What came of a verification. */
    record Result(long rows, long seals, long unsealed, Findings findings) {}

    void leave(@Observes ShutdownEvent shutdown) {
        leaving = true;
    }

    @Scheduled(every = "1s", identity = "verification", concurrentExecution = ConcurrentExecution.SKIP)
    void work() throws SQLException {
        if (leaving || verifications.underWay().isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (locked(connection)) {
                    Optional<Verification> asked = verifications.underWay();
                    if (asked.isPresent()) {
                        carryOut(connection, asked.get());
                    }
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select pg_try_advisory_xact_lock(hashtext('bihuan_verification'))");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void carryOut(Connection connection, Verification asked) throws SQLException {
        try {
            Result result = verify(connection, asked);
            verifications.end(connection, asked, result);
            connection.commit();
            LOG.infof(
                    "verification %d: %d rows, %d seals, %d findings",
                    asked.id(), result.rows(), result.seals(), result.findings().wrong());
        } catch (CancellationException e) {
            LOG.infof("verification %d is left to whoever goes on", asked.id());
        } catch (SQLException | IllegalStateException e) {
            LOG.errorf(e, "verification %d could not be carried through", asked.id());
            connection.rollback();
            verifications.fail(connection, asked, String.valueOf(e.getMessage()));
            connection.commit();
        }
    }

    private Result verify(Connection connection, Verification asked) throws SQLException {
        Findings findings = new Findings();
        ExecutorService other = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "verification-rows");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Future<Result> rows = other.submit(() -> checkRows(asked, findings));
            checkChains(connection, findings);
            return rows.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException left) {
                throw left;
            }
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            other.shutdownNow();
        }
    }

    /** Each row by itself, and the seals. */
    private Result checkRows(Verification asked, Findings findings) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement oneMoment =
                            connection.prepareStatement("set transaction isolation level repeatable read");
                    PreparedStatement select = connection.prepareStatement(ROWS)) {
                oneMoment.execute();
                List<Seal> seals = Seals.all(connection);
                SealChecks sealChecks = new SealChecks(zone, findings);
                sealChecks.seals(seals, SealHead.read(connection), asked.keptElsewhere());
                RowCheck rowCheck = new RowCheck(findings);
                select.setFetchSize(ROWS_AT_ONCE);
                long count = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        RowCheck.Row read = row(row);
                        rowCheck.check(read);
                        sealChecks.row(read.seq(), read.recordedAt(), read.hash());
                        if (++count % ROWS_BETWEEN_NOTES == 0) {
                            goOn();
                            verifications.advance(asked, count);
                        }
                    }
                }
                sealChecks.end();
                return new Result(count, seals.size(), sealChecks.unsealed(), findings);
            } finally {
                connection.rollback();
            }
        }
    }

    private static RowCheck.Row row(ResultSet row) throws SQLException {
        return new RowCheck.Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14));
    }

    /** How the rows of each subject follow each other. */
    private void checkChains(Connection connection, Findings findings) throws SQLException {
        ChainCheck check = new ChainCheck(findings);
        try (PreparedStatement select = connection.prepareStatement(LINKS)) {
            select.setFetchSize(ROWS_AT_ONCE);
            long count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    check.link(link(row));
                    if (++count % ROWS_BETWEEN_NOTES == 0) {
                        goOn();
                    }
                }
            }
        }
        check.end();
    }

    private static Link link(ResultSet row) throws SQLException {
        String hash = row.getString(7);
        String headHash = row.getString(9);
        return new Link(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                hash == null ? null : new Step(row.getLong(4), row.getInt(5), row.getString(6), hash),
                headHash == null ? null : new Head(row.getInt(8), headHash));
    }

    private void goOn() {
        if (leaving) {
            throw new CancellationException();
        }
    }
}
