package io.bihuan.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The register of districts as the events tell it; a version that is not newer than the one on file changes nothing. A code that
 * hazards bear and that is not on file is kept as version 0: it has hazards, but nothing below it counts there.
 */
@ApplicationScoped
public class Districts {

    /** What stands for all districts together. */
    static final String ALL = "";

    private static final String FILE = """
            insert into district (code, version, name)
            select distinct on (code) code, version, name
            from unnest(?::text[], ?::integer[], ?::text[]) as told (code, version, name)
            order by code, version desc
            on conflict (code) do update set version = excluded.version, name = excluded.name
            where district.version < excluded.version
            returning code""";

    private static final String ON_FILE = "select code from district where version > 0 and code = any(?)";

    private static final String SEEN = """
            insert into district (code, version) select unnest(?::text[]), 0
            on conflict do nothing
            returning code""";

    /** Of those that begin with a given code. */
    private static final String STAND_BELOW = """
            update district set above = (
                select max(up.code)
                from generate_series(1, length(district.code) - 1) as prefix(length)
                join district as up on up.code = left(district.code, prefix.length) and up.version > 0)
            from unnest(?::text[]) as changed (code)
            where district.code >= changed.code and district.code < changed.code || '~'""";

    /** A tilde sorts after every character of a code: {@code code < parent || '~'} bounds those that begin with the parent's. */
    private static final String PARTS = """
            select code, name, version > 0 as on_file
            from district
            where (above = ? or ? and (above is null or length(above) < length(?)))
              and code > ? and code < ? || '~'
              and not exists (
                  select from boundary
                  where starts_with(code, boundary.district) and from_at <= ?::timestamptz
                    and not exists (select from standing where district = code and until = 'infinity'))
            order by code""";

    private static final String KNOWS = """
            select exists (select from district where code >= ? and code < ? || '~')""";

    private static final String NAMES = "select code, name from district where version > 0";

    private static final String MOVES = """
            select district, into_district, from_at from boundary where from_at <= ?::timestamptz order by length(district) desc, from_at""";

    private static final String MOVE = """
            insert into boundary (district, into_district, from_at) values (?, ?, ?::timestamptz)
            on conflict do nothing""";

    private final DataSource database;
    private final Totals totals;

    Districts(DataSource database, Totals totals) {
        this.database = database;
        this.totals = totals;
    }

    /**
     * Files what is newer than what is on file and notes new boundaries; a district goes over into another once. In the caller's
     * transaction.
     *
     * @return how many districts it was news of
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int hear(List<DistrictNews> told) throws SQLException {
        List<District> registered = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (DistrictNews news : told) {
            if (news instanceof District district) {
                registered.add(district);
            } else if (news instanceof Move move) {
                moves.add(move);
            }
        }
        try (Connection connection = database.getConnection()) {
            Writer.takeTurn(connection);
            return file(connection, registered) + move(connection, moves);
        }
    }

    private int file(Connection connection, List<District> districts) throws SQLException {
        Set<String> before =
                onFile(connection, districts.stream().map(District::code).toList());
        Set<String> changed = new TreeSet<>();
        try (PreparedStatement file = connection.prepareStatement(FILE)) {
            Rows.of(file, districts)
                    .column("text", District::code)
                    .column("integer", District::version)
                    .column("text", District::name);
            read(file, changed);
        }
        Set<String> added = new TreeSet<>(changed);
        added.removeAll(before);
        if (!added.isEmpty()) {
            standBelow(connection, added);
            for (String code : added) {
                // Hazards that were told before it count in it from now on.
                totals.recount(connection, code);
            }
        }
        News.tell(connection, changed);
        return changed.size();
    }

    private static int move(Connection connection, List<Move> moves) throws SQLException {
        int changed = 0;
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            for (Move each : moves) {
                move.setString(1, each.district());
                move.setString(2, each.into());
                move.setString(3, each.from().toString());
                changed += move.executeUpdate();
            }
        }
        return changed;
    }

    /** Whether the district or anything within it is on file or has hazards. */
    public boolean knows(String district) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement knows = connection.prepareStatement(KNOWS)) {
            knows.setString(1, district);
            knows.setString(2, district);
            try (ResultSet answer = knows.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The names of all districts on file, by code. */
    SortedMap<String, String> names() throws SQLException {
        SortedMap<String, String> names = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NAMES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getString(2));
            }
        }
        return names;
    }

    /** The parts of a district at a moment. */
    public Parts parts(Connection connection, String parent, Instant at) throws SQLException {
        boolean onFile = onFile(connection, List.of(parent)).contains(parent);
        try (PreparedStatement parts = connection.prepareStatement(PARTS)) {
            parts.setString(1, parent);
            parts.setBoolean(2, !onFile);
            parts.setString(3, parent);
            parts.setString(4, parent);
            parts.setString(5, parent);
            parts.setString(6, at.toString());
            List<Parts.Part> read = new ArrayList<>();
            try (ResultSet rows = parts.executeQuery()) {
                while (rows.next()) {
                    read.add(new Parts.Part(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
            return new Parts(parent, onFile, read);
        }
    }

    /** The name on file of a district; null if it is not on file. */
    public @Nullable String name(Connection connection, String code) throws SQLException {
        try (PreparedStatement name = connection.prepareStatement("select name from district where code = ?")) {
            name.setString(1, code);
            try (ResultSet row = name.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Keeps the codes that hazards bear. */
    static void see(Connection connection, Collection<String> codes) throws SQLException {
        Set<String> added = new TreeSet<>();
        try (PreparedStatement seen = connection.prepareStatement(SEEN)) {
            seen.setArray(1, connection.createArrayOf("text", codes.toArray()));
            read(seen, added);
        }
        if (!added.isEmpty()) {
            standBelow(connection, added);
        }
    }

    /** The districts that each code counts in: all of them together, all on file that begin it, and its own. */
    static Map<String, List<String>> over(Connection connection, Collection<String> codes) throws SQLException {
        Set<String> begins = new HashSet<>();
        for (String code : codes) {
            for (int length = 1; length < code.length(); length++) {
                begins.add(code.substring(0, length));
            }
        }
        Set<String> onFile = onFile(connection, begins);
        Map<String, List<String>> over = new HashMap<>();
        for (String code : codes) {
            List<String> districts = new ArrayList<>();
            districts.add(ALL);
            for (int length = 1; length < code.length(); length++) {
                String begin = code.substring(0, length);
                if (onFile.contains(begin)) {
                    districts.add(begin);
                }
            }
            districts.add(code);
            over.put(code, districts);
        }
        return over;
    }

    /** Which districts went over into others until now. */
    public static Boundaries boundaries(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement moves = connection.prepareStatement(MOVES)) {
            moves.setString(1, now.toString());
            List<Move> read = new ArrayList<>();
            try (ResultSet rows = moves.executeQuery()) {
                while (rows.next()) {
                    read.add(new Move(
                            rows.getString(1), rows.getString(2), Objects.requireNonNull(Rows.moment(rows, 3))));
                }
            }
            return new Boundaries(read);
        }
    }

    /** All codes on file. */
    static Set<String> onFile(Connection connection) throws SQLException {
        Set<String> onFile = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("select code from district where version > 0")) {
            read(select, onFile);
        }
        return onFile;
    }

    private static Set<String> onFile(Connection connection, Collection<String> codes) throws SQLException {
        Set<String> onFile = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(ON_FILE)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            read(select, onFile);
        }
        return onFile;
    }

    private static void standBelow(Connection connection, Collection<String> changed) throws SQLException {
        try (PreparedStatement stand = connection.prepareStatement(STAND_BELOW)) {
            stand.setArray(1, connection.createArrayOf("text", changed.toArray()));
            stand.executeUpdate();
        }
    }

    private static void read(PreparedStatement statement, Set<String> into) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getString(1));
            }
        }
    }
}
