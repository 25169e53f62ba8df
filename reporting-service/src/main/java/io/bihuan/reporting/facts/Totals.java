package io.bihuan.reporting.facts;

import io.bihuan.reporting.facts.Cell.Grain;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The sums of how all hazards stand now. Each change of a hazard takes away what it brought before and adds what it brings now, in the
 * transaction that changes it, so a question about the present looks at no hazard.
 */
@ApplicationScoped
class Totals {

    private static final int READ_AHEAD = 5_000;
    private static final int WRITTEN_AT_ONCE = 5_000;

    private static final String OF_CELLS = """
            select district, slice, grain, found_on, %s
            from unnest(?::text[], ?::text[], ?::text[], ?::date[]) as cell (district, slice, grain, found_on)
            join total using (district, slice, grain, found_on)""".formatted(Tally.COLUMNS);

    private static final String COLUMNS = "district, slice, grain, found_on, " + Tally.COLUMNS;

    private static final List<String> TYPES = Stream.concat(
                    Stream.of("text", "text", "text", "date"), Tally.TYPES.stream())
            .toList();

    private static final String PUT =
            "insert into total (%s)\nselect * from unnest(%s)\non conflict (district, slice, grain, found_on) do update set %s"
                    .formatted(
                            COLUMNS,
                            TYPES.stream().map("?::%s[]"::formatted).collect(Collectors.joining(", ")),
                            Arrays.stream(Tally.COLUMNS.split(",\\s*", -1))
                                    .map("%1$s = excluded.%1$s"::formatted)
                                    .collect(Collectors.joining(", ")));

    private static final String DROP = """
            delete from total as t
            using unnest(?::text[], ?::text[], ?::text[], ?::date[]) as cell (district, slice, grain, found_on)
            where t.district = cell.district and t.slice = cell.slice and t.grain = cell.grain and t.found_on = cell.found_on""";

    private static final String OF_DISTRICT = """
            select district, slice, grain, found_on, %s from total where district = ?""".formatted(Tally.COLUMNS);

    /** In the districts' order, so that a district's hazards come together. */
    private static final String PRESENT = """
            select %s from standing as s
            where s.until = 'infinity' and s.district >= ? and s.district < ? || '~'
            order by s.district""".formatted(Standings.COLUMNS);

    private final ZoneId zone;

    Totals(@ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** Takes away how hazards stood and adds how they stand now. */
    void post(Connection connection, List<Standing> gone, List<Standing> come) throws SQLException {
        Set<String> codes = new HashSet<>();
        gone.forEach(hazard -> codes.add(hazard.district()));
        come.forEach(hazard -> codes.add(hazard.district()));
        Map<String, List<String>> over = Districts.over(connection, codes);
        Map<Cell, Tally> changes = new TreeMap<>();
        add(changes, gone, over, -1);
        add(changes, come, over, 1);
        changes.values().removeIf(Tally::isNone);
        if (changes.isEmpty()) {
            return;
        }
        read(connection, new ArrayList<>(changes.keySet())).forEach((cell, tally) -> {
            Tally change = changes.get(cell);
            if (change != null) {
                change.add(tally, 1);
            }
        });
        put(connection, changes);
        News.tell(connection, codes);
    }

    private void add(Map<Cell, Tally> into, List<Standing> hazards, Map<String, List<String>> over, int sign) {
        for (Standing hazard : hazards) {
            for (String district : over.getOrDefault(hazard.district(), List.of())) {
                add(into, district, hazard, sign);
            }
        }
    }

    private void add(Map<Cell, Tally> into, String district, Standing hazard, int sign) {
        for (Cell cell : Cell.of(district, hazard, zone)) {
            into.computeIfAbsent(cell, none -> Tally.none()).add(hazard, sign);
        }
    }

    private static Map<Cell, Tally> read(Connection connection, List<Cell> cells) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_CELLS)) {
            set(select, cells);
            return read(select);
        }
    }

    private static Map<Cell, Tally> read(PreparedStatement select) throws SQLException {
        Map<Cell, Tally> read = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                read.put(
                        new Cell(
                                rows.getString(1),
                                rows.getString(2),
                                Grain.valueOf(rows.getString(3)),
                                rows.getObject(4, LocalDate.class)),
                        Tally.read(rows, 5));
            }
        }
        return read;
    }

    private static void put(Connection connection, Map<Cell, Tally> totals) throws SQLException {
        List<Map.Entry<Cell, Tally>> kept = new ArrayList<>();
        List<Cell> gone = new ArrayList<>();
        for (Map.Entry<Cell, Tally> total : totals.entrySet()) {
            if (total.getValue().isNone()) {
                gone.add(total.getKey());
            } else {
                kept.add(total);
            }
        }
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (int from = 0; from < kept.size(); from += WRITTEN_AT_ONCE) {
                List<@Nullable Object[]> rows =
                        kept.subList(from, Math.min(from + WRITTEN_AT_ONCE, kept.size())).stream()
                                .map(Totals::columns)
                                .toList();
                Rows<@Nullable Object[]> parameters = Rows.of(put, rows);
                for (int i = 0; i < TYPES.size(); i++) {
                    int column = i;
                    parameters.column(TYPES.get(i), row -> row[column]);
                }
                put.executeUpdate();
            }
        }
        if (!gone.isEmpty()) {
            try (PreparedStatement drop = connection.prepareStatement(DROP)) {
                set(drop, gone);
                drop.executeUpdate();
            }
        }
    }

    private static void set(PreparedStatement statement, List<Cell> cells) throws SQLException {
        Rows.of(statement, cells)
                .column("text", Cell::district)
                .column("text", Cell::slice)
                .column("text", Cell::grain)
                .column("date", Cell::foundOn);
    }

    private static @Nullable Object[] columns(Map.Entry<Cell, Tally> total) {
        Cell cell = total.getKey();
        return Stream.concat(
                        Stream.of(cell.district(), cell.slice(), cell.grain(), cell.foundOn()),
                        total.getValue().values())
                .toArray();
    }

    /** Counts one district anew from its hazards, such as one that has come on file and from now on has those below it too. */
    void recount(Connection connection, String district) throws SQLException {
        Map<Cell, Tally> counted = new HashMap<>();
        present(connection, district, hazard -> add(counted, district, hazard, 1));
        settle(connection, district, counted, difference -> {});
    }

    /**
     * Counts a district and all below it anew from their hazards and mends the totals that differ; at no time does it hold more than the
     * totals of one district and those above it.
     *
     * @param onFile codes of the districts on file
     * @param differences is told what differs
     */
    void recountAll(Connection connection, String district, Set<String> onFile, Consumer<Difference> differences)
            throws SQLException {
        Set<String> counted = new HashSet<>();
        count(connection, district, onFile, (code, totals) -> {
            counted.add(code);
            settle(connection, code, totals, differences);
        });
        for (String empty : districtsWithTotals(connection, district)) {
            if (!counted.contains(empty)) {
                settle(connection, empty, Map.of(), differences);
            }
        }
    }

    /** Adds up the totals of the districts that lie in no other, and mends those of all together that differ. */
    void addUp(Connection connection, List<String> tops, Consumer<Difference> differences) throws SQLException {
        Map<Cell, Tally> all = new HashMap<>();
        for (String top : tops) {
            ofDistrict(connection, top).forEach((cell, tally) -> {
                if (!Owed.isSlice(cell.slice())) {
                    all.computeIfAbsent(
                                    new Cell(Districts.ALL, cell.slice(), cell.grain(), cell.foundOn()),
                                    none -> Tally.none())
                            .add(tally, 1);
                }
            });
        }
        settle(connection, Districts.ALL, all, differences);
    }

    /** Counts all districts into a table that has no totals yet. */
    void countAll(Connection connection, Set<String> onFile) throws SQLException {
        List<Map.Entry<Cell, Tally>> waiting = new ArrayList<>();
        count(connection, "", onFile, (code, totals) -> {
            // A question takes one month after the other.
            waiting.addAll(new TreeMap<>(totals).entrySet());
            if (waiting.size() > WRITTEN_AT_ONCE) {
                copy(connection, waiting);
                waiting.clear();
            }
        });
        copy(connection, waiting);
    }

    private static void copy(Connection connection, List<Map.Entry<Cell, Tally>> totals) throws SQLException {
        Copy.write(connection, "total", COLUMNS, totals, Totals::columns);
    }

    /** What becomes of a district's totals that were counted. */
    @FunctionalInterface
    private interface Counted {
        void take(String district, Map<Cell, Tally> totals) throws SQLException;
    }

    /** Hazards come in their districts' order, so those that begin alike come together, and a district that was left is done. */
    private void count(Connection connection, String district, Set<String> onFile, Counted counted)
            throws SQLException {
        Deque<Counting> path = new ArrayDeque<>();
        if (district.equals(Districts.ALL)) {
            path.addLast(new Counting(district));
        }
        present(connection, district, hazard -> {
            String code = hazard.district();
            while (!path.isEmpty() && !path.getLast().takes(code, onFile)) {
                path.removeLast().close(counted);
            }
            for (int length = path.isEmpty() ? 1 : path.getLast().district.length() + 1;
                    length <= code.length();
                    length++) {
                String begin = code.substring(0, length);
                if (length == code.length() || onFile.contains(begin)) {
                    path.addLast(new Counting(begin));
                }
            }
            for (Counting each : path) {
                add(each.totals, each.district, hazard, 1);
            }
        });
        while (!path.isEmpty()) {
            path.removeLast().close(counted);
        }
    }

    private static final class Counting {
        private final String district;
        private final Map<Cell, Tally> totals = new HashMap<>();

        private Counting(String district) {
            this.district = district;
        }

        private boolean takes(String code, Set<String> onFile) {
            return code.equals(district)
                    || district.equals(Districts.ALL)
                    || code.startsWith(district) && onFile.contains(district);
        }

        private void close(Counted counted) throws SQLException {
            counted.take(district, totals);
        }
    }

    /** Lets a district's totals be what was counted. */
    private static void settle(
            Connection connection, String district, Map<Cell, Tally> counted, Consumer<Difference> differences)
            throws SQLException {
        Map<Cell, Tally> kept = ofDistrict(connection, district);
        Map<Cell, Tally> wrong = new TreeMap<>();
        counted.forEach((cell, tally) -> {
            if (!tally.equals(kept.getOrDefault(cell, Tally.none()))) {
                wrong.put(cell, tally);
            }
        });
        kept.keySet().stream()
                .filter(cell -> !counted.containsKey(cell))
                .forEach(cell -> wrong.put(cell, Tally.none()));
        wrong.forEach((cell, tally) ->
                differences.accept(new Difference(cell, kept.getOrDefault(cell, Tally.none()), tally)));
        put(connection, wrong);
        if (!wrong.isEmpty()) {
            News.tell(connection, List.of(district));
        }
    }

    private static Map<Cell, Tally> ofDistrict(Connection connection, String district) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_DISTRICT)) {
            select.setString(1, district);
            return read(select);
        }
    }

    private static List<String> districtsWithTotals(Connection connection, String district) throws SQLException {
        List<String> districts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select code from district where code >= ? and code < ? || '~' and exists (select from total where district = code)")) {
            select.setString(1, district);
            select.setString(2, district);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    districts.add(rows.getString(1));
                }
            }
        }
        return districts;
    }

    private static void present(Connection connection, String district, Standings.Taking taking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PRESENT)) {
            select.setString(1, district);
            select.setString(2, district);
            try (ResultSet rows = Rows.many(select, READ_AHEAD)) {
                while (rows.next()) {
                    taking.take(Standings.read(rows));
                }
            }
        }
    }

    /** A total that was not what its hazards come to. */
    record Difference(Cell cell, Tally kept, Tally counted) {}
}
