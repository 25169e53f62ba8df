package io.bihuan.hazard.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the sealing has come. It goes on from here whatever became of the seal itself, so that one that was deleted
 * is not made again from rows that may have been changed since, but stays missing.
 *
 * @param day that was sealed last; null before the first
 * @param through the number of the last row that is sealed
 * @param hash of the last seal; an empty text before the first
 */
record SealHead(@Nullable LocalDate day, long through, String hash) {

    private static final String SELECT = "select day, through_seq, hash from seal_head";

    static SealHead read(Connection connection) throws SQLException {
        SealHead head = read(connection, SELECT);
        return head == null ? new SealHead(null, 0, "") : head;
    }

    /** Until the end of the transaction it is the caller's; null while it is another's. */
    static @Nullable SealHead claim(Connection connection) throws SQLException {
        return read(connection, SELECT + " for update skip locked");
    }

    static void move(Connection connection, Seal to) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update seal_head set day = ?, through_seq = ?, hash = ?")) {
            update.setObject(1, to.day());
            update.setLong(2, to.through());
            update.setString(3, to.hash());
            update.executeUpdate();
        }
    }

    private static @Nullable SealHead read(Connection connection, String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new SealHead(row.getObject(1, LocalDate.class), row.getLong(2), row.getString(3))
                    : null;
        }
    }
}
