package io.bihuan.notification.deadline;

import static java.util.Objects.requireNonNull;

import io.bihuan.notification.deadline.YearCalendar.Day;
import io.bihuan.notification.deadline.YearCalendar.Kind;
import io.bihuan.notification.ladder.WorkCalendar;
import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;

/** The calendars of working days, one per year, as hazard-service keeps and publishes them. */
@ApplicationScoped
public class Calendars {

    private record Known(long changes, WorkCalendar calendar) {}

    private final DataSource database;
    private volatile Known known = new Known(0, WorkCalendar.PLAIN);

    Calendars(DataSource database) {
        this.database = database;
    }

    /**
     * Takes a year's calendar over, in place of what was known of the year.
     *
     * @return false if this edition or a later one is known already: then nothing changes
     */
    @Transactional
    public boolean follow(YearCalendar calendar) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!isNews(connection, calendar)) {
                return false;
            }
            replaceDays(connection, calendar);
            return true;
        }
    }

    /**
     * What is worked, by all that is published by now. Costs one small query: ask once per batch and not per hazard.
     *
     * <p>What was read before is used again unless an edition has come since, here or through another replica.
     */
    public WorkCalendar current() throws SQLException {
        try (var connection = database.getConnection()) {
            var changes = changes(connection);
            var remembered = known;
            if (remembered.changes() != changes) {
                // Read after its changes were counted: an edition that comes in between is read again the next time.
                remembered = new Known(changes, read(connection));
                known = remembered;
            }
            return remembered.calendar();
        }
    }

    /** All years that are known, the first first. */
    public List<YearCalendar> years() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select c.year, c.version, c.published_at, d.date, d.name, d.kind
                        from calendar c join calendar_day d on d.year = c.year order by c.year, d.date""");
                var rows = select.executeQuery()) {
            var years = new ArrayList<YearCalendar>();
            while (rows.next()) {
                int year = rows.getInt("year");
                if (years.isEmpty() || years.get(years.size() - 1).year() != year) {
                    var publishedAt = requireNonNull(rows.getObject("published_at", OffsetDateTime.class));
                    years.add(
                            new YearCalendar(year, rows.getInt("version"), new ArrayList<>(), publishedAt.toInstant()));
                }
                years.get(years.size() - 1)
                        .days()
                        .add(new Day(
                                requireNonNull(rows.getObject("date", LocalDate.class)),
                                requireNonNull(rows.getString("name")),
                                Kind.valueOf(rows.getString("kind"))));
            }
            return years;
        }
    }

    private static boolean isNews(Connection connection, YearCalendar calendar) throws SQLException {
        try (var keep = connection.prepareStatement("""
                insert into calendar (year, version, published_at) values (?, ?, ?::timestamptz)
                on conflict (year) do update set version = excluded.version, published_at = excluded.published_at
                    where calendar.version < excluded.version""")) {
            keep.setInt(1, calendar.year());
            keep.setInt(2, calendar.version());
            keep.setString(3, calendar.publishedAt().toString());
            return keep.executeUpdate() > 0;
        }
    }

    private static void replaceDays(Connection connection, YearCalendar calendar) throws SQLException {
        try (var delete = connection.prepareStatement("delete from calendar_day where year = ?")) {
            delete.setInt(1, calendar.year());
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement("""
                insert into calendar_day (year, date, name, kind)
                select ?, date, name, kind from unnest(?::date[], ?::text[], ?::text[]) as d (date, name, kind)""")) {
            insert.setInt(1, calendar.year());
            Columns.of(insert, 2, calendar.days())
                    .column("date", Day::date)
                    .column("text", Day::name)
                    .column("text", Day::kind);
            insert.executeUpdate();
        }
    }

    /** Versions only ever grow, so their sum is another after every change. */
    private static long changes(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select coalesce(sum(version), 0) from calendar");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static WorkCalendar read(Connection connection) throws SQLException {
        // While a day moves from one year's notice to another's both may name it: the later edition came last.
        try (var select = connection.prepareStatement("""
                        select d.date, d.kind from calendar_day d join calendar c on c.year = d.year
                        order by d.date, c.published_at""");
                var rows = select.executeQuery()) {
            var named = new HashMap<LocalDate, Boolean>();
            while (rows.next()) {
                named.put(
                        requireNonNull(rows.getObject("date", LocalDate.class)),
                        Kind.valueOf(rows.getString("kind")) == Kind.WORKDAY);
            }
            return new WorkCalendar(named);
        }
    }
}
