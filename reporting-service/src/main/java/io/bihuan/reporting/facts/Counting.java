package io.bihuan.reporting.facts;

import io.bihuan.reporting.facts.Days.Range;
import io.bihuan.reporting.facts.Days.Time;
import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a question is about: totals, and hazards where there are none or where they have changed since the moment asked for. */
final class Counting {

    private static final int READ_AHEAD = 2_000;

    private static final String KEPT = """

            from total
            where district = any(?) and slice = ? and grain = ? and found_on >= ?::date and found_on < ?::date""";

    /** Added up where they are: a country's are of five years' months. */
    private static final String BY_DISTRICT = "select district, " + Tally.SUMS + KEPT + " group by district";

    private static final String BY_DAY = "select found_on, " + Tally.SUMS + KEPT + " group by found_on";

    /** The index of these rows begins with the month, and each month's districts lie together. */
    private static final String BY_UNIT = "select district, slice, " + Tally.SUMS + """

            from total
            where found_on = any(array(select generate_series(?::date, ?::date - 1, interval '1 month')::date))
                and district >= ? and district < ? || '~' and %s
            group by district, slice""".formatted(Owed.CONDITION);

    private static final String FOUND = """
            select exists (
                select from standing
                where until = 'infinity' and found_at >= ?::timestamptz and found_at < ?::timestamptz
                    and district >= ? and district < ? || '~')""";

    private static final String ASKED = """
            with asked (as_of, parent, grade, category, source, unit, campaign, found_from, found_to) as not materialized (
                values (?::timestamptz, ?::text collate "C", ?::text, ?::text, ?::text, ?::text, ?::text,
                        ?::timestamptz, ?::timestamptz)
            )""";

    /** A tilde sorts after every character of a code: {@code code < parent || '~'} bounds those that begin with the parent's. */
    private static final String MEANT = """
            s.district >= parent and s.district < parent || '~'
            and (asked.grade is null or s.grade = asked.grade)
            and (asked.category is null or s.category = asked.category)
            and (asked.source is null or s.source = asked.source)
            and (asked.unit is null or s.unit = asked.unit)
            and (asked.campaign is null or s.campaign = asked.campaign)""";

    /** Those that stand since then as they do now. */
    private static final String SINCE_THEN = ASKED + """

            select %s
            from asked
            join standing as s on s.until = 'infinity' and s.at <= as_of
                and s.found_at >= found_from and s.found_at < found_to
                and %s""".formatted(Standings.COLUMNS, MEANT);

    private static final String OPEN = " and s.status in ('FOUND', 'ASSIGNED', 'RECTIFIED')";

    /** What spares looking at most of them where a count takes few; whether it takes one it says itself. */
    private static final Map<Count, String> ONLY = Map.of(
            Count.OPEN,
            OPEN,
            Count.OVERDUE_NOW,
            OPEN + " and (s.late or s.late_from <= as_of)",
            Count.PLANNED,
            OPEN,
            Count.CONTINGENCY_PLANS,
            OPEN + " and s.contingency_plan",
            Count.MONITORED,
            OPEN + " and s.interim_controls",
            Count.ESCALATED,
            " and s.escalated",
            Count.RETURNED,
            " and s.returned");

    /** Of them, those that become late by then without having been posted as such. */
    private static final String LATE_BY_THEN = SINCE_THEN + " and s.late_from <= as_of";

    /**
     * Those that have changed since: as they stood then, and with sign -1 as they stand now, if they were found in the time of the totals.
     * A row that lasted no longer than so many days and held at the moment ended within so many days of it. What was once in another
     * region than the district asked about may be there now, or have been there then.
     *
     * <p>{@code offset 0} keeps each look at the table a look into its index: without it the planner, who cannot know how few rows changed
     * since, comes to read the whole table once it is large. How they stand now is looked up for all of them at once, which goes through
     * the index in its order.
     */
    private static final String CHANGED_SINCE = ASKED + """
            ,
            region (code) as materialized (
                select left(parent, 2) from asked where length(parent) >= 2
                union
                select left(code, 2) from asked join district on above is null and length(parent) < 2
            ),
            held as materialized (
                select s.*
                from asked
                cross join region
                cross join (values (1), (4), (16), (64), (256), (1024)) as class (days)
                cross join lateral (
                    select * from standing
                    where left(district, 2) = region.code and lasted = class.days
                        and until > as_of and until <= as_of + make_interval(days => class.days) and at <= as_of
                    offset 0
                ) as s
                where s.found_at >= found_from and s.found_at < found_to
                union all
                select s.*
                from asked
                cross join region
                cross join lateral (
                    select * from standing
                    where left(district, 2) = region.code and lasted = 32767 and until > as_of and at <= as_of
                    offset 0
                ) as s
                where s.found_at >= found_from and s.found_at < found_to
                union all
                select s.*
                from asked
                cross join wanderer
                cross join lateral (
                    select * from standing where hazard_id = wanderer.hazard_id and lasted is not null offset 0
                ) as s
                where left(s.district, 2) not in (select code from region)
                    and s.at <= as_of and s.until > as_of and s.found_at >= found_from and s.found_at < found_to
            )
            select %1$s, 1 as sign from asked join held as s on %2$s
            union all
            select %1$s, -1 as sign
            from asked
            cross join lateral (
                select * from standing
                where until = 'infinity'
                    and hazard_id = any(array(
                        select hazard_id from held where held.found_at >= ?::timestamptz and held.found_at < ?::timestamptz))
                offset 0
            ) as s
            where %2$s""".formatted(Standings.COLUMNS, MEANT);

    /** What a row of totals is added to. */
    @FunctionalInterface
    private interface Into {
        Tally of(ResultSet row) throws SQLException;
    }

    /** What becomes of a hazard that counts, or with sign -1 was counted and doesn't. */
    @FunctionalInterface
    interface Looking {
        void add(Standing hazard, int sign);
    }

    private final Connection connection;
    private final Question question;
    private final Days days;
    private final ZoneId zone;

    Counting(Connection connection, Question question, Days days, ZoneId zone) {
        this.connection = connection;
        this.question = question;
        this.days = days;
        this.zone = zone;
    }

    /** Whether nothing was found in a district in some time, as far as is known now. */
    static boolean isEmpty(Connection connection, String district, Time time) throws SQLException {
        try (PreparedStatement found = connection.prepareStatement(FOUND)) {
            found.setString(1, begin(time));
            found.setString(2, time.to().toString());
            found.setString(3, district);
            found.setString(4, district);
            try (ResultSet row = found.executeQuery()) {
                return row.next() && !row.getBoolean(1);
            }
        }
    }

    /** The totals of what units owe within the question's district, of the months that are kept; the first must be known. */
    void byUnit(Function<Owed, Tally> into) throws SQLException {
        for (Range range : days.kept()) {
            try (PreparedStatement totals = connection.prepareStatement(BY_UNIT)) {
                totals.setString(1, Objects.requireNonNull(range.from()).toString());
                totals.setString(2, range.to().toString());
                totals.setString(3, question.parent());
                totals.setString(4, question.parent());
                try (ResultSet rows = totals.executeQuery()) {
                    while (rows.next()) {
                        into.apply(Owed.read(rows.getString(1), rows.getString(2)))
                                .add(rows, 3);
                    }
                }
            }
        }
    }

    /** The totals of each of some districts, of the days and months that are kept. */
    void byDistrict(List<String> districts, Function<String, Tally> into) throws SQLException {
        totals(BY_DISTRICT, districts, row -> into.apply(row.getString(1)));
    }

    /** The totals of some districts together, of each day and month that is kept. */
    void byDay(List<String> districts, Function<LocalDate, Tally> into) throws SQLException {
        totals(BY_DAY, districts, row -> into.apply(row.getObject(1, LocalDate.class)));
    }

    private void totals(String sql, List<String> districts, Into into) throws SQLException {
        for (Range range : days.kept()) {
            try (PreparedStatement totals = connection.prepareStatement(sql)) {
                totals.setArray(1, connection.createArrayOf("text", districts.toArray()));
                totals.setString(2, Objects.requireNonNull(Slice.of(question)));
                totals.setString(3, range.grain().name());
                totals.setString(
                        4, range.from() == null ? "-infinity" : range.from().toString());
                totals.setString(5, range.to().toString());
                try (ResultSet rows = totals.executeQuery()) {
                    while (rows.next()) {
                        into.of(rows).add(rows, 2);
                    }
                }
            }
        }
    }

    /** All hazards that a count may take, where no totals are asked; some that it doesn't come with them. */
    void hazards(Count count, Looking looking) throws SQLException {
        String only = ONLY.getOrDefault(count, "");
        for (Time time : days.rest()) {
            read(SINCE_THEN + only, time, hazard -> looking.add(asOf(hazard), 1));
        }
        changedSince(null, looking);
    }

    /** The hazards that the totals don't have, and those that they have otherwise than they stood then. */
    void hazards(Looking looking) throws SQLException {
        Time whole = days.whole(zone);
        for (Time time : days.rest()) {
            read(SINCE_THEN, time, hazard -> looking.add(asOf(hazard), 1));
        }
        if (whole != null) {
            read(LATE_BY_THEN, whole, hazard -> {
                looking.add(asOf(hazard), 1);
                looking.add(hazard, -1);
            });
        }
        changedSince(whole, looking);
    }

    /** A hazard as it stood then, which since has not changed but by being late. */
    private Standing asOf(Standing hazard) {
        Instant lateFrom = hazard.lateFrom();
        return lateFrom == null || lateFrom.isAfter(question.asOf()) ? hazard : hazard.late(lateFrom);
    }

    private void read(String sql, Time time, Standings.Taking taking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            ask(select, time);
            each(select, row -> taking.take(Standings.read(row)));
        }
    }

    private void changedSince(@Nullable Time whole, Looking looking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGED_SINCE)) {
            int place = ask(select, all());
            select.setString(place++, whole == null ? "infinity" : begin(whole));
            select.setString(place, whole == null ? "infinity" : whole.to().toString());
            each(select, row -> looking.add(Standings.read(row), row.getInt("sign")));
        }
    }

    /** What becomes of a row. */
    @FunctionalInterface
    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * What was found in one region and time lies together, but not in the order of any index: whoever followed one would go back and
     * forth among its pages, and for each that is not in memory to the disk, which takes four times as long as to read them in their order.
     */
    private void each(PreparedStatement select, Reading reading) throws SQLException {
        try (Statement order = connection.createStatement()) {
            order.execute("set local enable_indexscan = off");
            try (ResultSet rows = Rows.many(select, READ_AHEAD)) {
                while (rows.next()) {
                    reading.read(rows);
                }
            }
            order.execute("set local enable_indexscan = on");
        }
    }

    private Time all() {
        return Days.unkept(question).rest().get(0);
    }

    private int ask(PreparedStatement select, Time time) throws SQLException {
        int place = 1;
        select.setString(place++, question.asOf().toString());
        select.setString(place++, question.parent());
        select.setString(place++, name(question.grade()));
        select.setString(place++, name(question.category()));
        select.setString(place++, name(question.source()));
        select.setString(place++, question.unit());
        select.setString(place++, question.campaign());
        select.setString(place++, begin(time));
        select.setString(place++, time.to().toString());
        return place;
    }

    private static String begin(Time time) {
        return time.from() == null ? "-infinity" : time.from().toString();
    }

    private static @Nullable String name(@Nullable Enum<?> filter) {
        return filter == null ? null : filter.name();
    }
}
