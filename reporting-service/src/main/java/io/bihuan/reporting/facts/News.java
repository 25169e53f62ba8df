package io.bihuan.reporting.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * That figures may have changed. PostgreSQL hands it to all replicas once the transaction that changed them has committed, and to
 * nobody if it has not.
 *
 * @param codes of the districts whose hazards changed, or beginnings of such codes
 */
public record News(Set<String> codes) {

    /** What to listen to for it. */
    public static final String CHANNEL = "figures";

    /** Many codes are said by fewer letters of theirs: a notification may have no more than 8,000 bytes. */
    private static final int MOST_CODES = 100;

    private static final int LONGEST_CODE = 12;

    private static final String TELL = "select pg_notify('" + CHANNEL + "', ?)";

    /** Anything may have changed. */
    public static News ofEverything() {
        return new News(Set.of(""));
    }

    /** What a notification says. */
    public static News read(String notification) {
        return new News(Set.of(notification.split(" ")));
    }

    /** Whether it may have changed the report on a district; empty for the whole register. */
    public boolean concerns(String district) {
        return codes.stream().anyMatch(code -> code.startsWith(district) || district.startsWith(code));
    }

    static void tell(Connection connection, Collection<String> codes) throws SQLException {
        if (codes.isEmpty()) {
            return;
        }
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, String.join(" ", few(codes)));
            tell.execute();
        }
    }

    private static Set<String> few(Collection<String> codes) {
        Set<String> few = new TreeSet<>(codes);
        for (int length = LONGEST_CODE; few.size() > MOST_CODES; length--) {
            int letters = length;
            few = codes.stream()
                    .map(code -> code.substring(0, Math.min(letters, code.length())))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return few;
    }
}
