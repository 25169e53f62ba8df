package io.bihuan.hazard.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The right to do what one replica does at a time: a lock that lives and dies with its own
 * database connection, so that a replica that is killed loses it at once.
 */
final class Leadership implements AutoCloseable {

    /** To read the replication slot. */
    static final String RELAY = "bihuan_relay";

    /** To publish the history again. */
    static final String REPUBLICATION = "bihuan_republication";

    private static final int VALIDITY_SECONDS = 5;

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** The leadership, or null while another replica has it. */
    static @Nullable Leadership seize(String what, String jdbcUrl, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(hashtext(?))")) {
            statement.setString(1, what);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                if (answer.getBoolean(1)) {
                    return new Leadership(connection);
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    /**
     * Drops a replication slot that the server has given up ({@code wal_status} is {@code lost}): nobody can read it any more, and the
     * connector would wait for it rather than make another.
     *
     * @return whether it was lost
     */
    boolean dropIfLost(String slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_drop_replication_slot(slot_name)"
                + " from pg_replication_slots where slot_name = ? and wal_status = 'lost' and not active")) {
            statement.setString(1, slot);
            try (ResultSet dropped = statement.executeQuery()) {
                return dropped.next();
            }
        }
    }

    boolean stillHeld() throws SQLException {
        return connection.isValid(VALIDITY_SECONDS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
