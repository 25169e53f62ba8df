package io.bihuan.reporting.ranking;

import io.bihuan.reporting.facts.Rows;
import io.bihuan.reporting.statistics.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rankings of periods that are over, as they were then. */
@ApplicationScoped
public class Archive {

    /**
     * Whose ranking.
     *
     * @param district whose parts or units are ranked
     */
    public record Of(Subject subject, String district) {}

    /**
     * A ranking that is kept.
     *
     * @param rules the version that it was made by
     * @param enough whether so many were ranked that somebody could be among the last
     * @param places by code: of a month or year everybody's, of a day those of the last
     */
    public record Closed(Instant closedAt, int rules, int ranked, boolean enough, Map<String, Place> places) {}

    /**
     * A place that is kept.
     *
     * @param lastSince if it is among the last: the first days of the periods in a row in which it was, oldest first; otherwise none
     */
    public record Place(int place, BigDecimal score, List<LocalDate> lastSince) {
        private Place and(Place later) {
            return new Place(
                    place,
                    score,
                    Stream.concat(lastSince.stream(), later.lastSince().stream())
                            .toList());
        }
    }

    /** A month that counts in a year. */
    public record Month(LocalDate firstDay, int place, BigDecimal score) {}

    /** A contender's months of a year, in order. */
    record Months(String code, @Nullable String name, long found, List<Month> months) {}

    private static final String CLOSED_UNTIL = "select first_day from ranking_closed where district = ? and period = ?";

    private static final String CLOSE = """
            insert into ranking_closed (district, period, first_day) values (?, ?, ?)
            on conflict (district, period) do update set first_day = excluded.first_day
            where ranking_closed.first_day < excluded.first_day""";

    private static final String KEEP_RANKINGS = """
            insert into ranking (district, subject, period, first_day, rules, ranked, enough, closed_at)
            select district, subject, ?, ?, ?, ranked, enough, ?::timestamptz
            from unnest(?::text[], ?::text[], ?::integer[], ?::boolean[]) as told (district, subject, ranked, enough)""";

    /** Who was among the last in the ranking before it that had enough goes on with its run. */
    private static final String KEEP_PLACES = """
            insert into ranking_place (district, subject, period, first_day, item, name, found, place, score, run)
            select this.district, this.subject, this.period, this.first_day, told.item, told.name, told.found, told.place, told.score,
                   case when told.last then 1 + coalesce(before.run, 0) else 0 end
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::integer[], ?::numeric[], ?::boolean[])
                as told (district, subject, item, name, found, place, score, last)
            join ranking as this on this.district = told.district collate "C" and this.subject = told.subject collate "C"
                and this.period = ? and this.first_day = ?
            left join lateral (
                select first_day
                from ranking as earlier
                where told.last and earlier.district = this.district and earlier.subject = this.subject
                  and earlier.period = this.period and earlier.first_day < this.first_day and earlier.enough
                order by first_day desc
                limit 1) as previous on true
            left join ranking_place as before on before.district = this.district and before.subject = this.subject
                and before.period = this.period and before.first_day = previous.first_day and before.item = told.item collate "C\"""";

    private static final String CLOSED = """
            select closed_at, rules, ranked, enough from ranking
            where subject = ? and district = ? and period = ? and first_day = ?""";

    private static final String PLACES = """
            select p.item, p.place, p.score, run.first_day
            from ranking_place as p
            left join lateral (
                select max(first_day) as first_day
                from ranking_place as l
                where l.subject = p.subject and l.district = p.district and l.period = p.period and l.item = p.item
                  and l.first_day <= p.first_day and l.run = 1) as began on p.run > 0
            left join ranking_place as run on run.subject = p.subject and run.district = p.district and run.period = p.period
                and run.item = p.item and run.run > 0 and run.first_day >= began.first_day and run.first_day <= p.first_day
            where p.subject = ? and p.district = ? and p.period = ? and p.first_day = ?
            order by p.item, run.first_day""";

    private static final String MONTHS = """
            select subject, district, item, name, found, first_day, place, score
            from ranking_place
            where period = 'MONTH' and first_day >= ? and first_day <= ? and %s
            order by subject, district, item, first_day""";

    private static final String OF_ONE = "subject = ? and district = ?";
    private static final String WITHIN = "district >= ? and district < ? || '~'";

    private final DataSource database;

    Archive(DataSource database) {
        this.database = database;
    }

    /** The ranking of a period that is over; null if it is not kept. */
    public @Nullable Closed closed(Of of, Period period) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CLOSED)) {
            ask(select, of, period);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Closed(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getInt(2),
                                row.getInt(3),
                                row.getBoolean(4),
                                places(connection, of, period))
                        : null;
            }
        }
    }

    private static Map<String, Place> places(Connection connection, Of of, Period period) throws SQLException {
        Map<String, Place> places = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(PLACES)) {
            ask(select, of, period);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    LocalDate last = rows.getObject(4, LocalDate.class);
                    Place place =
                            new Place(rows.getInt(2), rows.getBigDecimal(3), last == null ? List.of() : List.of(last));
                    places.merge(rows.getString(1), place, Place::and);
                }
            }
        }
        return places;
    }

    private static void ask(PreparedStatement select, Of of, Period period) throws SQLException {
        select.setString(1, of.subject().name());
        select.setString(2, of.district());
        select.setString(3, period.kind().name());
        select.setObject(4, period.first());
    }

    /** The months of a year that are kept, until one that begins no later than a day. */
    List<Months> months(Of of, Period year, LocalDate until) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(MONTHS.formatted(OF_ONE))) {
            select.setObject(1, year.first());
            select.setObject(2, until);
            select.setString(3, of.subject().name());
            select.setString(4, of.district());
            return months(select).getOrDefault(of, List.of());
        }
    }

    /** The months of a year that are kept, of a district and all within it. */
    Map<Of, List<Months>> months(String within, Period year) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(MONTHS.formatted(WITHIN))) {
            select.setObject(1, year.first());
            select.setObject(2, year.last());
            select.setString(3, within);
            select.setString(4, within);
            return months(select);
        }
    }

    private static Map<Of, List<Months>> months(PreparedStatement select) throws SQLException {
        Map<Of, Map<String, Months>> read = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Of of = new Of(Subject.valueOf(rows.getString(1)), rows.getString(2));
                Map<String, Months> items = read.computeIfAbsent(of, none -> new LinkedHashMap<>());
                String item = rows.getString(3);
                Months before = items.getOrDefault(item, new Months(item, null, 0, List.of()));
                List<Month> months = new ArrayList<>(before.months());
                months.add(new Month(rows.getObject(6, LocalDate.class), rows.getInt(7), rows.getBigDecimal(8)));
                items.put(item, new Months(item, rows.getString(4), before.found() + rows.getLong(5), months));
            }
        }
        Map<Of, List<Months>> months = new HashMap<>();
        read.forEach((of, items) -> months.put(of, List.copyOf(items.values())));
        return months;
    }

    /** The first day of the latest period of its kind up to which the rankings within a district are closed; null if none is. */
    @Nullable
    LocalDate closedUntil(String top, Period.Kind kind) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CLOSED_UNTIL)) {
            select.setString(1, top);
            select.setString(2, kind.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        }
    }

    /**
     * Keeps the rankings of a period that is over, within a district that lies in no other, in the caller's transaction; unless that was
     * done before, by whomever.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void close(String top, Period period, int rules, Instant now, Map<Of, Ranking> rankings) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement close = connection.prepareStatement(CLOSE)) {
            close.setString(1, top);
            close.setString(2, period.kind().name());
            close.setObject(3, period.first());
            if (close.executeUpdate() == 1) {
                keepRankings(connection, period, rules, now, rankings);
                keepPlaces(connection, period, rankings);
            }
        }
    }

    private static void keepRankings(
            Connection connection, Period period, int rules, Instant now, Map<Of, Ranking> rankings)
            throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP_RANKINGS)) {
            keep.setString(1, period.kind().name());
            keep.setObject(2, period.first());
            keep.setInt(3, rules);
            keep.setString(4, now.toString());
            Rows.of(keep, 5, List.copyOf(rankings.entrySet()))
                    .column("text", each -> each.getKey().district())
                    .column("text", each -> each.getKey().subject())
                    .column("integer", each -> each.getValue().ranked())
                    .column("boolean", each -> each.getValue().enough());
            keep.executeUpdate();
        }
    }

    private record Row(Of of, Ranking.Item item) {}

    private static void keepPlaces(Connection connection, Period period, Map<Of, Ranking> rankings)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        rankings.forEach((of, ranking) -> ranking.items().stream()
                .filter(item -> item.place() != null && (item.last() || period.kind() != Period.Kind.DAY))
                .forEach(item -> rows.add(new Row(of, item))));
        try (PreparedStatement keep = connection.prepareStatement(KEEP_PLACES)) {
            Rows.of(keep, rows)
                    .column("text", row -> row.of().district())
                    .column("text", row -> row.of().subject())
                    .column("text", row -> row.item().contender().code())
                    .column("text", row -> row.item().contender().name())
                    .column("bigint", row -> row.item().contender().found())
                    .column("integer", row -> row.item().place())
                    .column("numeric", row -> row.item().contender().score())
                    .column("boolean", row -> row.item().last());
            keep.setString(9, period.kind().name());
            keep.setObject(10, period.first());
            keep.executeUpdate();
        }
    }
}
