package io.bihuan.hazard.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Transactions that write to the history at a moment. A row's number is given out under the lock that these hold until
 * they end, so once they are gone every row is seen that has a number of before; later ones get greater numbers. Nobody
 * has to wait for us.
 */
final class Writers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Connection connection;
    private final Set<String> transactions;

    private Writers(Connection connection, Set<String> transactions) {
        this.connection = connection;
        this.transactions = transactions;
    }

    static Writers at(Connection connection) throws SQLException {
        return new Writers(connection, present(connection));
    }

    /** Whether one of them is there after a while. */
    boolean areStillThere() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!transactions.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
            transactions.retainAll(present(connection));
        }
        return !transactions.isEmpty();
    }

    private static Set<String> present(Connection connection) throws SQLException {
        Set<String> transactions = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("""
                        select virtualtransaction from pg_locks
                         where locktype = 'relation' and relation = 'history'::regclass and granted
                           and database = (select oid from pg_database where datname = current_database())
                           and mode = 'RowExclusiveLock'""");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                transactions.add(row.getString(1));
            }
        }
        return transactions;
    }
}
