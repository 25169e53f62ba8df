package io.bihuan.reporting.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parameters of a statement over {@code unnest(?::uuid[], ?::text[], …)}: many rows in one round trip.
 *
 * @param <T> a row
 */
public final class Columns<T> {

    private final PreparedStatement statement;
    private final List<T> rows;
    private int parameter = 1;

    private Columns(PreparedStatement statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** The columns of these rows, from the first parameter on. */
    public static <T> Columns<T> of(PreparedStatement statement, List<T> rows) {
        return new Columns<>(statement, rows);
    }

    /**
     * The next column.
     *
     * @param value what a row has there; its {@code toString} is the literal
     */
    public Columns<T> column(Function<T, @Nullable Object> value) throws SQLException {
        var literals = new @Nullable String[rows.size()];
        for (int i = 0; i < literals.length; i++) {
            Object element = value.apply(rows.get(i));
            literals[i] = element == null ? null : element.toString();
        }
        statement.setArray(parameter++, statement.getConnection().createArrayOf("text", literals));
        return this;
    }
}
