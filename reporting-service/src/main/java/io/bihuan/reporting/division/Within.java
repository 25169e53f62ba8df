package io.bihuan.reporting.division;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGStatement;

/**
 * Queries of what lies in a district. Each is planned anew for its own values: what is best for a county and a day is not for a country
 * and five years.
 */
public final class Within {

    private static final int NEVER = 0;

    private Within() {}

    /**
     * Prepares a query.
     *
     * @param query with {@code %s} as the body of a common table expression {@code within (prefix)}, what the codes begin with, none of
     *     them another; mostly one
     */
    public static PreparedStatement prepare(Connection connection, String query, Division division)
            throws SQLException {
        String prefixes = Stream.generate(() -> "(?::text collate \"C\")")
                .limit(division.told().size())
                .collect(Collectors.joining(", ", "values ", ""));
        PreparedStatement prepared = connection.prepareStatement(query.formatted(prefixes));
        prepared.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
        return prepared;
    }

    /**
     * Sets the prefixes, beginning with a parameter.
     *
     * @return the parameter after them
     */
    public static int set(PreparedStatement prepared, int first, Division division) throws SQLException {
        List<String> told = division.told();
        for (int i = 0; i < told.size(); i++) {
            prepared.setString(first + i, told.get(i));
        }
        return first + told.size();
    }
}
