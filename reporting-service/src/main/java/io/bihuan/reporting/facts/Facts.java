package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is known of every hazard. A step is kept once, by hazard and version, and a hazard's life is folded anew from all of its steps
 * whenever one is added: a repeated step changes nothing, and steps that come in another order end in the same. What the fold changes is
 * written, and posted to the totals, in the same transaction.
 */
@ApplicationScoped
public class Facts {

    static final String STEP_COLUMNS =
            "hazard_id, version, type, at, status, district, grade, category, source, unit_code, unit_name, campaign, round,"
                    + " due_at, funds, contingency_plan, interim_controls";

    /** How many columns a step has. */
    static final int STEP_WIDTH = STEP_COLUMNS.split(",", -1).length;

    private static final String KEEP = "insert into step (" + STEP_COLUMNS + ")\n" + """
            select * from unnest(?::uuid[], ?::integer[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::timestamptz[], ?::numeric[],
                                 ?::boolean[], ?::boolean[])
            on conflict do nothing
            returning hazard_id""";

    private static final String DESCRIBE = """
            insert into hazard (hazard_id, number, description, site_name, check_item, measures)
            select distinct on (hazard_id) *
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as told (hazard_id, number, description, site_name, check_item, measures)
            on conflict (hazard_id) do update set
                number = coalesce(excluded.number, hazard.number),
                description = coalesce(excluded.description, hazard.description),
                site_name = coalesce(excluded.site_name, hazard.site_name),
                check_item = coalesce(excluded.check_item, hazard.check_item),
                measures = coalesce(excluded.measures, hazard.measures)""";

    private static final String ESCALATE = """
            insert into hazard (hazard_id, escalated_at)
            select hazard_id, min(at)
            from unnest(?::uuid[], ?::timestamptz[]) as told (hazard_id, at)
            group by hazard_id
            on conflict (hazard_id) do update set escalated_at = excluded.escalated_at
            where hazard.escalated_at is null or hazard.escalated_at > excluded.escalated_at
            returning hazard_id""";

    private static final String STEPS =
            "select " + STEP_COLUMNS + " from step where hazard_id = any(?) order by hazard_id, version";

    private static final String ESCALATED =
            "select hazard_id, escalated_at from hazard where hazard_id = any(?) and escalated_at is not null";

    private static final String LATE = "select hazard_id from standing where late_from <= ?::timestamptz limit ?";

    /** {@code offset 0} has it look for the few boundaries first and only then for who stood within them. */
    private static final String MOVED = """
            select distinct s.hazard_id
            from (select * from boundary where from_at <= ?::timestamptz and not applied offset 0) as moved
            cross join lateral (
                select hazard_id from standing
                where until > moved.from_at and district >= moved.district and district < moved.district || '~'
                offset 0
            ) as s""";

    private static final String APPLIED =
            "update boundary set applied = true where from_at <= ?::timestamptz and not applied";

    private final DataSource database;
    private final Totals totals;
    private final InstantSource time;

    Facts(DataSource database, Totals totals, InstantSource time) {
        this.database = database;
        this.totals = totals;
        this.time = time;
    }

    /**
     * Keeps what is new and brings what is known of those hazards up to date, all in the caller's transaction.
     *
     * @return how many steps were new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int add(List<Telling> told) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Writer.takeTurn(connection);
            List<UUID> hazards =
                    keep(connection, told.stream().map(Telling::step).toList());
            if (!hazards.isEmpty()) {
                describe(connection, told);
                fold(connection, new LinkedHashSet<>(hazards));
            }
            return hazards.size();
        }
    }

    /**
     * Keeps since when hazards are escalated, in the caller's transaction: told twice or in any order, the earliest step of the ladder
     * stands.
     *
     * @return of how many hazards it was news
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int escalate(List<Escalation> told) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement escalate = connection.prepareStatement(ESCALATE)) {
            Writer.takeTurn(connection);
            Rows.of(escalate, told).column("uuid", Escalation::hazard).column("text", Escalation::at);
            Set<UUID> hazards = ids(escalate);
            fold(connection, hazards);
            return hazards.size();
        }
    }

    /**
     * Posts what time alone has changed since it was asked last, in the caller's transaction: deadlines that have passed, and boundaries
     * that hold from now on.
     *
     * @return of how many hazards; at least as many as may be done at once if more are waiting
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int letTimePass(int most) throws SQLException {
        String now = time.instant().toString();
        try (Connection connection = database.getConnection();
                PreparedStatement late = connection.prepareStatement(LATE);
                PreparedStatement moved = connection.prepareStatement(MOVED);
                PreparedStatement applied = connection.prepareStatement(APPLIED)) {
            Writer.takeTurn(connection);
            late.setString(1, now);
            late.setInt(2, most);
            moved.setString(1, now);
            Set<UUID> hazards = ids(late);
            hazards.addAll(ids(moved));
            fold(connection, hazards);
            applied.setString(1, now);
            applied.executeUpdate();
            return hazards.size();
        }
    }

    private static List<UUID> keep(Connection connection, List<Step> steps) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            Rows.of(keep, steps)
                    .column("uuid", Step::hazard)
                    .column("integer", Step::version)
                    .column("text", Step::type)
                    .column("text", Step::at)
                    .column("text", Step::status)
                    .column("text", Step::district)
                    .column("text", Step::grade)
                    .column("text", Step::category)
                    .column("text", Step::source)
                    .column("text", Step::unitCode)
                    .column("text", Step::unitName)
                    .column("text", Step::campaign)
                    .column("integer", Step::round)
                    .column("text", Step::dueAt)
                    .column("numeric", Step::funds)
                    .column("boolean", Step::contingencyPlan)
                    .column("boolean", Step::interimControls);
            List<UUID> kept = new ArrayList<>();
            try (ResultSet rows = keep.executeQuery()) {
                while (rows.next()) {
                    kept.add(rows.getObject(1, UUID.class));
                }
            }
            return kept;
        }
    }

    private static void describe(Connection connection, List<Telling> told) throws SQLException {
        Map<UUID, Telling> words = new LinkedHashMap<>();
        told.stream()
                .filter(Telling::describes)
                .forEach(each -> words.merge(each.step().hazard(), each, Telling::and));
        if (words.isEmpty()) {
            return;
        }
        try (PreparedStatement describe = connection.prepareStatement(DESCRIBE)) {
            Rows.of(describe, List.copyOf(words.values()))
                    .column("uuid", each -> each.step().hazard())
                    .column("text", Telling::number)
                    .column("text", Telling::description)
                    .column("text", Telling::siteName)
                    .column("text", Telling::checkItem)
                    .column("text", Telling::measures);
            describe.executeUpdate();
        }
    }

    /** Folds the lives of hazards anew and writes what that changes. */
    private void fold(Connection connection, Set<UUID> hazards) throws SQLException {
        UUID[] ids = hazards.toArray(UUID[]::new);
        Instant now = time.instant();
        Boundaries boundaries = Districts.boundaries(connection, now);
        Map<UUID, Instant> escalated = escalated(connection, ids);
        Map<UUID, List<Standing>> before = new HashMap<>();
        Standings.each(connection, ids, standing -> before.computeIfAbsent(standing.hazard(), none -> new ArrayList<>())
                .add(standing));
        Changes changes = new Changes();
        List<Standing> all = new ArrayList<>();
        for (Map.Entry<UUID, List<Step>> life : steps(connection, ids).entrySet()) {
            List<Standing> after = Life.of(life.getValue(), escalated.get(life.getKey()), boundaries, now);
            changes.add(before.getOrDefault(life.getKey(), List.of()), after);
            all.addAll(after);
        }
        Districts.see(connection, changes.districts);
        Standings.drop(connection, changes.gone);
        Standings.keep(connection, changes.come);
        Standings.noteWanderers(connection, all);
        totals.post(connection, changes.notAnyMore, changes.now);
    }

    /** What a new fold of lives changes. */
    private static final class Changes {
        private final Set<String> districts = new TreeSet<>();
        private final List<Standing> gone = new ArrayList<>();
        private final List<Standing> come = new ArrayList<>();
        private final List<Standing> notAnyMore = new ArrayList<>();
        private final List<Standing> now = new ArrayList<>();

        private void add(List<Standing> before, List<Standing> after) {
            Map<Stretch, Standing> old = new HashMap<>();
            before.forEach(standing -> old.put(Stretch.of(standing), standing));
            for (Standing standing : after) {
                if (!standing.equals(old.remove(Stretch.of(standing)))) {
                    come.add(standing);
                    districts.add(standing.district());
                }
            }
            gone.addAll(old.values());
            Standing last = after.get(after.size() - 1);
            if (before.isEmpty()) {
                now.add(last);
            } else if (!before.get(before.size() - 1).equals(last)) {
                notAnyMore.add(before.get(before.size() - 1));
                now.add(last);
            }
        }

        /** What tells a hazard's stretches apart. */
        private record Stretch(int version, int part) {
            private static Stretch of(Standing standing) {
                return new Stretch(standing.version(), standing.part());
            }
        }
    }

    private static Map<UUID, List<Step>> steps(Connection connection, UUID[] hazards) throws SQLException {
        Map<UUID, List<Step>> lives = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(STEPS)) {
            select.setArray(1, connection.createArrayOf("uuid", hazards));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Step step = step(rows);
                    lives.computeIfAbsent(step.hazard(), none -> new ArrayList<>())
                            .add(step);
                }
            }
        }
        return lives;
    }

    /** The step of a row that begins with the {@link #STEP_COLUMNS}. */
    static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                Objects.requireNonNull(Rows.moment(row, 4)),
                Status.valueOf(row.getString(5)),
                row.getString(6),
                Grade.valueOf(row.getString(7)),
                Category.valueOf(row.getString(8)),
                Source.valueOf(row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getInt(13),
                Rows.moment(row, 14),
                row.getBigDecimal(15),
                row.getBoolean(16),
                row.getBoolean(17));
    }

    private static Map<UUID, Instant> escalated(Connection connection, UUID[] hazards) throws SQLException {
        Map<UUID, Instant> escalated = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ESCALATED)) {
            select.setArray(1, connection.createArrayOf("uuid", hazards));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    escalated.put(rows.getObject(1, UUID.class), Objects.requireNonNull(Rows.moment(rows, 2)));
                }
            }
        }
        return escalated;
    }

    private static Set<UUID> ids(PreparedStatement select) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
