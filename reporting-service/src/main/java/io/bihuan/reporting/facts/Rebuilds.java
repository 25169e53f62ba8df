package io.bihuan.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** That everything is to be made anew from what was told, and how far that is; in the database, so that whoever lives does it. */
@ApplicationScoped
public class Rebuilds {

    /**
     * A rebuild.
     *
     * @param events how many events were read so far
     * @param problem why it ended without changing anything; null if it did not
     */
    public record Rebuild(
            long id,
            Instant wantedAt,
            @Nullable Instant begunAt,
            long events,
            @Nullable Instant finishedAt,
            @Nullable String problem) {}

    private static final String COLUMNS = "id, wanted_at, begun_at, events, finished_at, problem";

    private final DataSource database;
    private final InstantSource time;

    Rebuilds(DataSource database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /** Wants one, or the one that is not done yet. */
    @Transactional
    public Rebuild want() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("lock table rebuild in exclusive mode");
                PreparedStatement want =
                        connection.prepareStatement("insert into rebuild (wanted_at) values (?::timestamptz)")) {
            lock.execute();
            if (waiting(connection) == null) {
                want.setString(1, time.instant().toString());
                want.executeUpdate();
            }
            return Objects.requireNonNull(waiting(connection));
        }
    }

    /** That with this number; null if there is none. */
    public @Nullable Rebuild find(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + COLUMNS + " from rebuild where id = ?")) {
            select.setLong(1, id);
            return read(select);
        }
    }

    /** The one to be done, which is the caller's until the end of its transaction; null if there is none or another does it. */
    @Transactional(TxType.MANDATORY)
    public @Nullable Rebuild claim() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('reporting.rebuild'))");
                ResultSet locked = lock.executeQuery()) {
            return locked.next() && locked.getBoolean(1) ? waiting(connection) : null;
        }
    }

    private static @Nullable Rebuild waiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from rebuild where finished_at is null order by id limit 1")) {
            return read(select);
        }
    }

    private static @Nullable Rebuild read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Rebuild(
                            row.getLong(1),
                            Objects.requireNonNull(Rows.moment(row, 2)),
                            Rows.moment(row, 3),
                            row.getLong(4),
                            Rows.moment(row, 5),
                            row.getString(6))
                    : null;
        }
    }

    /** Says how far it is, at once and whatever becomes of it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void progress(long id, long events) throws SQLException {
        update(id, "begun_at = coalesce(begun_at, ?::timestamptz), events = " + events, null);
    }

    /** Says that it is done, or why not. */
    @Transactional(TxType.REQUIRES_NEW)
    public void finish(long id, @Nullable String problem) throws SQLException {
        update(id, "finished_at = ?::timestamptz, problem = ?", problem);
    }

    private void update(long id, String set, @Nullable String problem) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update rebuild set " + set + " where id = " + id)) {
            update.setString(1, time.instant().toString());
            if (set.contains("problem")) {
                update.setString(2, problem);
            }
            update.executeUpdate();
        }
    }
}
