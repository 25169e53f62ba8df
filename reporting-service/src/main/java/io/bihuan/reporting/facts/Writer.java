package io.bihuan.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Whoever changes what is known of hazards does so alone until the end of the transaction, among all replicas: two that changed one
 * total, or two steps of one hazard, at the same time would lose a part of it.
 */
final class Writer {

    private static final String TAKE_TURN = "select pg_advisory_xact_lock(hashtext('reporting.facts'), hashtext(?))";

    private Writer() {}

    /** In the tables that the transaction works in: those in use, or fresh ones. */
    static void takeTurn(Connection connection) throws SQLException {
        takeTurn(connection, connection.getSchema());
    }

    static void takeTurn(Connection connection, String schema) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement(TAKE_TURN)) {
            turn.setString(1, schema);
            turn.execute();
        }
    }
}
