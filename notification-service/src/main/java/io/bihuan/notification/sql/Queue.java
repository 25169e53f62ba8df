package io.bihuan.notification.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Reading a table as a queue: the first few rows in an index's order, however many wait behind them. */
public final class Queue {

    private Queue() {}

    /**
     * For the rest of the transaction rows are taken in the order of an index rather than all read and sorted. A queue grows
     * from nothing to a hundred thousand rows sooner than the database takes notice, and until then it would believe that
     * sorting them all is cheap.
     */
    public static void inIndexOrder(Connection connection) throws SQLException {
        try (var set = connection.createStatement()) {
            set.execute(
                    "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off");
        }
    }
}
