package io.bihuan.hazard.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The right to read the replication slot, which one replica has at a time: a lock that lives and dies with its own
 * database connection, so that a replica that is killed loses it at once.
 */
final class Leadership implements AutoCloseable {

    private static final int VALIDITY_SECONDS = 5;

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** The leadership, or null while another replica has it. */
    static @Nullable Leadership seize(String jdbcUrl, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(hashtext('bihuan_relay'))")) {
            answer.next();
            if (answer.getBoolean(1)) {
                return new Leadership(connection);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    boolean stillHeld() throws SQLException {
        return connection.isValid(VALIDITY_SECONDS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
