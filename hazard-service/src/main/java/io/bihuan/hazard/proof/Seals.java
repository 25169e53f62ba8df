package io.bihuan.hazard.proof;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seals that were made, in the order of their days. Written once, never changed. */
@ApplicationScoped
public class Seals {

    private static final String COLUMNS =
            "day, after_seq, through_seq, row_count, rows_hash, sealed_at, previous_hash, hash";

    private final AgroalDataSource database;

    Seals(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Some of them, the oldest first.
     *
     * @param after only those of later days; from the first one on if null
     */
    public List<Seal> after(@Nullable LocalDate after, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                        + " from seal where day > coalesce(?, date '-infinity') order by day limit " + most)) {
            select.setObject(1, after);
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the seals", e);
        }
    }

    static List<Seal> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + " from seal order by day")) {
            return read(select);
        }
    }

    static void add(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into seal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, seal.day());
            insert.setLong(2, seal.after());
            insert.setLong(3, seal.through());
            insert.setLong(4, seal.rows());
            insert.setString(5, seal.rowsHash());
            insert.setObject(6, seal.sealedAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, seal.previousHash());
            insert.setString(8, seal.hash());
            insert.executeUpdate();
        }
    }

    private static List<Seal> read(PreparedStatement select) throws SQLException {
        List<Seal> seals = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                seals.add(new Seal(
                        rows.getObject(1, LocalDate.class),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getString(5),
                        rows.getObject(6, OffsetDateTime.class).toInstant(),
                        rows.getString(7),
                        rows.getString(8)));
            }
        }
        return seals;
    }
}
