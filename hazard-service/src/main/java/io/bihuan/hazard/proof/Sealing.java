package io.bihuan.hazard.proof;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Seals each local day when it is over, and after a downtime those that were missed. Every replica looks whether there
 * is something to seal; one does it, a transaction per day.
 *
 * <p>Rows get their numbers before they are committed, so a seal through a number waits until nobody is left who may
 * hold a smaller one back. A step whose clock was read before midnight and that gets its number later still is in the
 * next day's seal. So every row is in one seal, and which one follows from its number alone.
 */
@ApplicationScoped
class Sealing {

    private static final Logger LOG = Logger.getLogger(Sealing.class);

    /** Steps of the last second, from replicas whose clocks differ, mostly make it into the day's own seal. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final int ROWS_AT_ONCE = 5_000;

    private final AgroalDataSource database;
    private final InstantSource clock;
    private final ZoneId zone;

    Sealing(AgroalDataSource database, InstantSource clock, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    @Scheduled(every = "1m", identity = "sealing", concurrentExecution = ConcurrentExecution.SKIP)
    void sealWhatIsOver() throws SQLException {
        LocalDate last = clock.instant().minus(GRACE).atZone(zone).toLocalDate().minusDays(1);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                while (sealNext(connection, last)) {
                    connection.commit();
                }
            } finally {
                connection.rollback();
            }
        }
    }

    /** Whether a day was sealed; not if all are through the given one, or another replica is at it. */
    private boolean sealNext(Connection connection, LocalDate last) throws SQLException {
        SealHead head = SealHead.claim(connection);
        if (head == null) {
            return false;
        }
        LocalDate day = head.day() == null ? last : head.day().plusDays(1);
        if (day.isAfter(last)) {
            return false;
        }
        long through =
                lastRowBefore(connection, day.plusDays(1).atStartOfDay(zone).toInstant(), head.through());
        if (Writers.at(connection).areStillThere()) {
            LOG.warnf("%s is not sealed yet: a transaction that writes to the history goes on and on", day);
            return false; // tried again in a minute
        }
        Seal seal = Seal.over(
                day,
                head.through(),
                through,
                rows(connection, head.through(), through),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                head.hash());
        Seals.add(connection, seal);
        SealHead.move(connection, seal);
        LOG.infof("%s is sealed: %d rows through %d, seal %s", day, seal.rows(), through, seal.hash());
        return true;
    }

    /** The greatest number among what was recorded before a moment, of what is not sealed yet. */
    private static long lastRowBefore(Connection connection, Instant moment, long sealed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq from history where seq > ? and recorded_at < ? order by seq desc limit 1")) {
            select.setLong(1, sealed);
            select.setObject(2, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : sealed;
            }
        }
    }

    private static RowsHash rows(Connection connection, long after, long through) throws SQLException {
        RowsHash rows = new RowsHash();
        try (PreparedStatement select =
                connection.prepareStatement("select hash from history where seq > ? and seq <= ? order by seq")) {
            select.setFetchSize(ROWS_AT_ONCE);
            select.setLong(1, after);
            select.setLong(2, through);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }
}
