package io.bihuan.reporting.facts;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Many rows in one round trip: sets the parameters of a statement over {@code unnest(?::uuid[], ?::text[], …)}.
 *
 * @param <T> a row
 */
public final class Rows<T> {

    private final PreparedStatement statement;
    private final List<T> rows;
    private int parameter;

    private Rows(PreparedStatement statement, int first, List<T> rows) {
        this.statement = statement;
        this.parameter = first;
        this.rows = rows;
    }

    public static <T> Rows<T> of(PreparedStatement statement, List<T> rows) {
        return of(statement, 1, rows);
    }

    /** The same if the columns are not the first parameters. */
    public static <T> Rows<T> of(PreparedStatement statement, int first, List<T> rows) {
        return new Rows<>(statement, first, rows);
    }

    /**
     * The next column.
     *
     * @param type PostgreSQL's name of the element's type
     * @param value what a row has there; its {@code toString} is the literal, or its bytes are
     */
    public Rows<T> column(String type, Function<T, @Nullable Object> value) throws SQLException {
        @Nullable String[] literals = new @Nullable String[rows.size()];
        for (int i = 0; i < literals.length; i++) {
            Object element = value.apply(rows.get(i));
            literals[i] = element == null ? null : literal(element);
        }
        statement.setArray(parameter++, statement.getConnection().createArrayOf(type, literals));
        return this;
    }

    private static String literal(Object element) {
        return element instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : element.toString();
    }

    /**
     * Asks for very many rows, of which so many at once are held, and which come as the database keeps them: what is spelled out, such as
     * a moment, takes both sides longer than all else.
     */
    static ResultSet many(PreparedStatement select, int atOnce) throws SQLException {
        select.setFetchSize(atOnce);
        select.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return select.executeQuery();
    }

    /** The moment in a column; null for none and for infinity. */
    static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null || moment.equals(OffsetDateTime.MAX) ? null : moment.toInstant();
    }
}
