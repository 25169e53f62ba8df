package io.bihuan.hazard.relay;

import io.agroal.api.AgroalDataSource;
import io.bihuan.hazard.NotAllowedNow;
import io.bihuan.hazard.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the history was asked to be published again, and how far that has come. It is kept in the database, so that
 * whoever takes it up after a death goes on where it was.
 */
@ApplicationScoped
public class Republications {

    private static final String WHAT_IS_LEFT = """
             from history
            where seq > ? and seq <= ?
              and (cast(? as text) is null or stream = ?)
              and (cast(? as timestamptz) is null or recorded_at >= ?)""";

    private final AgroalDataSource database;
    private final InstantSource clock;

    Republications(AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Has everything published again that was recorded until now.
     *
     * @param stream only rows of this kind; all if null
     * @param since only what was recorded from then on; everything if null
     * @throws Refusal if nothing was ever recorded of this kind
     * @throws NotAllowedNow while another republication is under way
     */
    public Republication start(@Nullable String stream, @Nullable Instant since) {
        try (Connection connection = database.getConnection()) {
            if (stream != null) {
                verify(connection, stream);
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into republication (stream, since, through, asked_at)
                    select ?, ?, coalesce(max(seq), 0), ? from history
                    on conflict do nothing""")) {
                insert.setString(1, stream);
                insert.setObject(2, utc(since));
                insert.setObject(3, utc(clock.instant()));
                if (insert.executeUpdate() == 0) {
                    throw new NotAllowedNow("republication", "republication", "RUNNING", List.of());
                }
            }
            return latest(connection).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask for a republication", e);
        }
    }

    /** The one that is under way, or else the last one; none if nobody ever asked. */
    public Optional<Republication> latest() {
        try (Connection connection = database.getConnection()) {
            return latest(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the republications", e);
        }
    }

    Optional<Republication> underWay() {
        return latest().filter(each -> each.endedAt() == null);
    }

    /** Counts what there is to publish. */
    void count(Republication which) {
        change(which, "total = (select count(*)" + WHAT_IS_LEFT + ")", statement -> ask(statement, which));
    }

    /** The next rows to publish, in the order in which they were recorded; empty after the last. */
    List<RecordedEvent> next(Republication which, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select " + RecordedEvent.COLUMNS + WHAT_IS_LEFT + " order by seq limit " + most)) {
            ask(select, which);
            List<RecordedEvent> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(RecordedEvent.read(rows));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the history", e);
        }
    }

    /** Notes that these rows were handed over. */
    void advance(Republication which, List<RecordedEvent> events) {
        change(which, "position = ?, published = published + ?, failure = null", statement -> {
            statement.setLong(1, events.get(events.size() - 1).seq());
            statement.setInt(2, events.size());
        });
    }

    void end(Republication which) {
        change(which, "ended_at = ?, failure = null", statement -> statement.setObject(1, utc(clock.instant())));
    }

    void fail(Republication which, String reason) {
        change(which, "failure = ?", statement -> statement.setString(1, reason));
    }

    private static void ask(PreparedStatement statement, Republication which) throws SQLException {
        statement.setLong(1, which.position());
        statement.setLong(2, which.through());
        statement.setString(3, which.stream());
        statement.setString(4, which.stream());
        statement.setObject(5, utc(which.since()));
        statement.setObject(6, utc(which.since()));
    }

    /** What a change's own parameters are. */
    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Only who has seen it as it stands may change it: of two who both believe to be alone one goes no further. */
    private void change(Republication which, String what, Values values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update republication set " + what
                        + " where id = %d and position = %d and ended_at is null"
                                .formatted(which.id(), which.position()))) {
            values.set(update);
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("another replica has taken the republication over");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not note how far the republication has come", e);
        }
    }

    private static Optional<Republication> latest(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select * from republication order by id desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    private static Republication read(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Republication(
                row.getLong("id"),
                row.getString("stream"),
                since == null ? null : since.toInstant(),
                row.getLong("through"),
                row.getLong("position"),
                row.getObject("total", Long.class),
                row.getLong("published"),
                row.getString("failure"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }

    private static void verify(Connection connection, String stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from history where stream = ? limit 1")) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Refusal("stream", "republication.stream", stream);
                }
            }
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
