package io.bihuan.hazard.proof;

import io.agroal.api.AgroalDataSource;
import io.bihuan.hazard.NotAllowedNow;
import io.bihuan.hazard.proof.Finding.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The verifications that were asked for. They are kept in the database, so that any replica can say how far one is, and
 * another begins it again when the one that was at it dies.
 */
@ApplicationScoped
public class Verifications {

    private final AgroalDataSource database;
    private final InstantSource clock;

    Verifications(AgroalDataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Has the whole history verified.
     *
     * @param keptElsewhere hashes of seals that were kept elsewhere, by day
     * @throws NotAllowedNow while another verification is under way
     */
    public Verification start(Map<LocalDate, String> keptElsewhere) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into verification (kept_days, kept_hashes, asked_at) values (?, ?, ?)
                        on conflict do nothing returning *""")) {
            Map<LocalDate, String> kept = new TreeMap<>(keptElsewhere);
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            kept.keySet().stream().map(LocalDate::toString).toArray()));
            insert.setArray(2, connection.createArrayOf("text", kept.values().toArray()));
            insert.setObject(3, utc(clock.instant()));
            try (ResultSet row = insert.executeQuery()) {
                if (row.next()) {
                    return read(connection, row);
                }
            }
            throw new NotAllowedNow("verification", "verification", "RUNNING", List.of());
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask for a verification", e);
        }
    }

    public Optional<Verification> find(long id) {
        return first("select * from verification where id = " + id);
    }

    Optional<Verification> underWay() {
        return first("select * from verification where ended_at is null");
    }

    /** Notes how far it has come. */
    void advance(Verification which, long rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update verification set row_count = ? where id = ?")) {
            update.setLong(1, rows);
            update.setLong(2, which.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not note how far the verification has come", e);
        }
    }

    /** Ends it with what it found, in the caller's transaction. */
    void end(Connection connection, Verification which, Verifier.Result result) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update verification set row_count = ?, seal_count = ?, unsealed = ?, findings = ?, ended_at = ?
                 where id = ?""")) {
            update.setLong(1, result.rows());
            update.setLong(2, result.seals());
            update.setLong(3, result.unsealed());
            update.setLong(4, result.findings().wrong());
            update.setObject(5, utc(clock.instant()));
            update.setLong(6, which.id());
            update.executeUpdate();
        }
        keep(connection, which, result.findings().kept());
    }

    void fail(Connection connection, Verification which, String reason) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update verification set failure = ?, ended_at = ? where id = ?")) {
            update.setString(1, reason);
            update.setObject(2, utc(clock.instant()));
            update.setLong(3, which.id());
            update.executeUpdate();
        }
    }

    private static void keep(Connection connection, Verification which, List<Finding> findings) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into verification_finding values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Finding finding : findings) {
                insert.setLong(1, which.id());
                insert.setInt(2, position++);
                insert.setString(3, finding.kind().name());
                insert.setString(4, finding.stream());
                insert.setString(5, finding.key());
                insert.setString(6, finding.number());
                insert.setObject(7, finding.version());
                insert.setObject(8, finding.seq());
                insert.setObject(9, finding.day());
                insert.setArray(
                        10, connection.createArrayOf("text", finding.details().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Optional<Verification> first(String query) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(read(connection, row)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the verifications", e);
        }
    }

    private static Verification read(Connection connection, ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Verification(
                row.getLong("id"),
                keptElsewhere(row),
                row.getLong("row_count"),
                row.getLong("seal_count"),
                row.getLong("unsealed"),
                row.getLong("findings"),
                endedAt == null ? List.of() : findings(connection, row.getLong("id")),
                row.getString("failure"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }

    private static Map<LocalDate, String> keptElsewhere(ResultSet row) throws SQLException {
        String[] days = (String[]) row.getArray("kept_days").getArray();
        String[] hashes = (String[]) row.getArray("kept_hashes").getArray();
        Map<LocalDate, String> kept = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            kept.put(LocalDate.parse(days[i]), hashes[i]);
        }
        return kept;
    }

    private static List<Finding> findings(Connection connection, long verification) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select * from verification_finding where verification = ? order by position")) {
            select.setLong(1, verification);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(new Finding(
                            Kind.valueOf(row.getString("kind")),
                            row.getString("stream"),
                            row.getString("key"),
                            row.getString("number"),
                            row.getObject("version", Integer.class),
                            row.getObject("seq", Long.class),
                            row.getObject("day", LocalDate.class),
                            List.of((String[]) row.getArray("details").getArray())));
                }
            }
        }
        return findings;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
