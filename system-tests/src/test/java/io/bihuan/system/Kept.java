package io.bihuan.system;

import io.bihuan.stack.Stack;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the services have in their databases, read behind their backs. */
final class Kept {

    /**
     * A hazard's step.
     *
     * @param hazard the hazard's id
     */
    record Step(String hazard, int version) {}

    /**
     * A step in hazard-service's history.
     *
     * @param id also the event's {@code ce_id}
     */
    record HistoryRow(String id, Step step) {}

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Stack stack;

    Kept(Stack stack) {
        this.stack = stack;
    }

    /** @return every hazard's history, in the order in which it was written */
    List<HistoryRow> history() {
        return rows(
                "hazard",
                "select id, key, version from history where stream = 'hazard' order by seq",
                row -> new HistoryRow(row.getString(1), step(row, 2)));
    }

    /** @return why events could not be published; empty when all is well */
    List<String> parked() {
        return rows("hazard", "select reason from parked_event", row -> row.getString(1));
    }

    /** @return each hazard with the version at which it stands */
    List<Step> hazards() {
        return rows("hazard", "select id, version from hazard", row -> step(row, 1));
    }

    /** @return each hazard with the version up to which the reminders know it */
    List<Step> watched() {
        return rows("notification", "select hazard_id, version from watched_hazard", row -> step(row, 1));
    }

    /** @return every step that the figures are made of */
    List<Step> reported() {
        return rows("reporting", "select hazard_id, version from step", row -> step(row, 1));
    }

    private static Step step(ResultSet row, int column) throws SQLException {
        return new Step(row.getString(column), row.getInt(column + 1));
    }

    private <T> List<T> rows(String database, String query, Reading<T> reading) {
        var url = stack.postgres().databases().jdbcUrl(database);
        try (var connection = DriverManager.getConnection(url, database, stack.password(database));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the database " + database, e);
        }
    }
}
