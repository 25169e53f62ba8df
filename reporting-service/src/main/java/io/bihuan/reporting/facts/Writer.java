package io.bihuan.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Whoever changes what is known of hazards does so alone until the end of the transaction, among all replicas: two that changed one
 * total, or two steps of one hazard, at the same time would lose a part of it.
 */
final class Writer {

    private static final String TAKE_TURN = "select pg_advisory_xact_lock(hashtext('reporting.facts'))";

    private Writer() {}

    static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement turn = connection.prepareStatement(TAKE_TURN)) {
            turn.execute();
        }
    }
}
