package io.bihuan.notification.sql;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parameters of a statement over {@code unnest(?::uuid[], ?::text[], …)}: many rows in one round trip, which row
 * by row would cost one each.
 *
 * @param <T> a row
 */
public final class Columns<T> {

    private final PreparedStatement statement;
    private final List<T> rows;
    private int parameter;

    private Columns(PreparedStatement statement, List<T> rows, int first) {
        this.statement = statement;
        this.rows = rows;
        this.parameter = first;
    }

    /** The columns of these rows, from the given parameter on. */
    public static <T> Columns<T> of(PreparedStatement statement, int first, List<T> rows) {
        return new Columns<>(statement, rows, first);
    }

    /**
     * The next column.
     *
     * @param type PostgreSQL's name of the element's type
     * @param value what a row has there; its {@code toString} is the literal
     */
    public Columns<T> column(String type, Function<T, @Nullable Object> value) throws SQLException {
        var literals = new @Nullable String[rows.size()];
        for (int i = 0; i < literals.length; i++) {
            var element = value.apply(rows.get(i));
            literals[i] = element == null ? null : element.toString();
        }
        Array array = statement.getConnection().createArrayOf(type, literals);
        statement.setArray(parameter++, array);
        return this;
    }
}
