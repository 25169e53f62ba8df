package io.bihuan.reporting.briefing.schedule;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.reporting.NotOnRecord;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.StaleVersion;
import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.briefing.Language;
import io.bihuan.reporting.facts.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The register of schedules, at most one in use per district and kind. */
@ApplicationScoped
public class Schedules {

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ZoneId zone;

    Schedules(
            DataSource database,
            Ledger ledger,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws NotOnRecord if there is none */
    public Schedule demand(UUID id) throws SQLException {
        return find(id, "").orElseThrow(() -> new NotOnRecord("schedule", id.toString()));
    }

    /**
     * Schedules, the newest first.
     *
     * @param district of this district and those below it only
     * @param within of districts whose codes begin with one of these only
     * @param active those in use, or those that have ended
     * @param before older than this one only
     */
    public List<Schedule> newest(
            @Nullable String district,
            List<String> within,
            @Nullable Kind kind,
            @Nullable Boolean active,
            @Nullable UUID before,
            int most)
            throws SQLException {
        String asked = district == null ? "" : district;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select * from briefing_schedule
                        where district_code >= ? and district_code < ? || '~' and district_code ^@ any (?)
                          and kind = coalesce(?, kind)
                          and active = coalesce(?, active) and (?::uuid is null or id < ?)
                        order by id desc limit ?""")) {
            select.setString(1, asked);
            select.setString(2, asked);
            select.setArray(3, connection.createArrayOf("text", within.toArray()));
            select.setString(4, kind == null ? null : kind.name());
            select.setObject(5, active, Types.BOOLEAN);
            select.setObject(6, before, Types.OTHER);
            select.setObject(7, before, Types.OTHER);
            select.setInt(8, most);
            return read(select);
        }
    }

    /**
     * Takes a schedule on file. The first time that it is due after now is the first briefing.
     *
     * @throws Refusal if it doesn't go together, nothing is known of the district, or it has one of the kind
     */
    @Transactional(rollbackOn = Exception.class)
    public Schedule enter(ScheduleEntry entry) throws SQLException {
        check(entry);
        Schedule schedule = schedule(UuidCreator.getTimeOrderedEpoch(), entry, 1);
        write("""
                insert into briefing_schedule (district_code, kind, weekday, day_of_month, at, draft, language, version,
                    recorded_at, next_at, active, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?)""", schedule);
        return schedule;
    }

    /**
     * Lets an entry stand on file in place of what stood there.
     *
     * @param versions of what stands there that the client has seen, any of which will do; empty if that does not matter
     * @throws NotOnRecord if there is no such schedule, or it has ended
     * @throws Refusal as when it is entered
     */
    @Transactional(rollbackOn = Exception.class)
    public Schedule replace(UUID id, ScheduleEntry entry, Set<Integer> versions) throws SQLException {
        check(entry);
        Schedule known = inUse(id, versions);
        if (entry.equals(known.entry())) {
            return known;
        }
        Schedule schedule = schedule(id, entry, known.version() + 1);
        update(schedule);
        return schedule;
    }

    /**
     * Ends a schedule; what it issued stays.
     *
     * @throws NotOnRecord if there is no such schedule, or it has ended
     */
    @Transactional(rollbackOn = Exception.class)
    public void end(UUID id, Set<Integer> versions) throws SQLException {
        Schedule known = inUse(id, versions);
        update(new Schedule(id, known.entry(), false, known.version() + 1, now(), known.nextAt()));
    }

    /** Those that are due, the longest waiting first; none until everything is known again that is being made anew. */
    List<Schedule> due(int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select * from briefing_schedule
                        where active and next_at <= ?::timestamptz
                          and not exists (select from rebuild where finished_at is null)
                        order by next_at limit ?""")) {
            select.setString(1, now().toString());
            select.setInt(2, most);
            return read(select);
        }
    }

    /** Claims what was found due, for the caller's transaction; not if another replica has it or was faster. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean claim(Schedule due) throws SQLException {
        return find(due.id(), " for update skip locked").filter(due::equals).isPresent();
    }

    /** A claimed schedule waits for its next time. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(Schedule claimed, Instant next) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update briefing_schedule set next_at = ?::timestamptz where id = ?")) {
            update.setString(1, next.toString());
            update.setObject(2, claimed.id());
            update.executeUpdate();
        }
    }

    private void check(ScheduleEntry entry) throws SQLException {
        entry.check();
        if (!ledger.knows(requireNonNull(entry.district()))) {
            throw new Refusal("district", "field.districtUnknown");
        }
    }

    private Schedule schedule(UUID id, ScheduleEntry entry, int version) {
        Instant now = now();
        return new Schedule(
                id,
                entry,
                true,
                version,
                now,
                entry.rhythm().firstAfter(now, zone).at());
    }

    private Schedule inUse(UUID id, Set<Integer> versions) throws SQLException {
        Schedule schedule = find(id, " for update")
                .filter(Schedule::active)
                .orElseThrow(() -> new NotOnRecord("schedule", id.toString()));
        StaleVersion.check(schedule.version(), versions);
        return schedule;
    }

    private void update(Schedule schedule) throws SQLException {
        write("""
                update briefing_schedule set district_code = ?, kind = ?, weekday = ?, day_of_month = ?, at = ?, draft = ?,
                    language = ?, version = ?, recorded_at = ?::timestamptz, next_at = ?::timestamptz, active = ?
                where id = ?""", schedule);
    }

    private void write(String sql, Schedule schedule) throws SQLException {
        ScheduleEntry entry = schedule.entry();
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, entry.district());
            write.setString(2, requireNonNull(entry.kind()).name());
            write.setString(3, entry.weekday() == null ? null : entry.weekday().name());
            write.setObject(4, entry.dayOfMonth(), Types.INTEGER);
            write.setString(5, entry.time().toString());
            write.setBoolean(6, entry.drafts());
            write.setString(7, entry.writtenIn().name());
            write.setInt(8, schedule.version());
            write.setString(9, schedule.recordedAt().toString());
            write.setString(10, schedule.nextAt().toString());
            write.setBoolean(11, schedule.active());
            write.setObject(12, schedule.id());
            write.executeUpdate();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new Refusal("kind", "schedule.onFile");
            }
            throw e;
        }
    }

    private Optional<Schedule> find(UUID id, String lock) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from briefing_schedule where id = ?" + lock)) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    private static List<Schedule> read(PreparedStatement select) throws SQLException {
        List<Schedule> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String weekday = row.getString("weekday");
                found.add(new Schedule(
                        row.getObject("id", UUID.class),
                        new ScheduleEntry(
                                row.getString("district_code"),
                                Kind.valueOf(row.getString("kind")),
                                weekday == null ? null : DayOfWeek.valueOf(weekday),
                                row.getObject("day_of_month", Integer.class),
                                LocalTime.parse(row.getString("at")),
                                row.getBoolean("draft"),
                                Language.valueOf(row.getString("language"))),
                        row.getBoolean("active"),
                        row.getInt("version"),
                        instant(row, "recorded_at"),
                        instant(row, "next_at")));
            }
        }
        return found;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
