package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Standing;
import io.bihuan.reporting.statistics.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the table {@code standing} is read and written. */
final class Standings {

    /** The columns that {@link #read} expects, of a row called {@code s}. */
    static final String COLUMNS = """
            s.hazard_id, s.version, s.part, s.at, s.until, s.found_at, s.status, s.district, s.grade, s.category, s.source, s.unit,
            s.unit_name, s.campaign, s.due_at, s.assigned, s.late, s.overdue_before, s.escalated, s.returned, s.in_time,
            s.closed_at, s.funds, s.contingency_plan, s.interim_controls""";

    private static final String OLD = """
            select %s from standing as s
            where s.hazard_id = any(?)
            order by s.hazard_id, s.version, s.part""".formatted(COLUMNS);

    private static final String WRITTEN = COLUMNS.replaceAll("\\bs\\.", "") + ", late_from";

    private static final String KEEP = "insert into standing (" + WRITTEN + ")\n" + """
            select * from unnest(?::uuid[], ?::integer[], ?::smallint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                                 ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::boolean[], ?::boolean[], ?::boolean[],
                                 ?::boolean[], ?::boolean[],
                                 ?::timestamptz[], ?::numeric[], ?::boolean[], ?::boolean[], ?::timestamptz[])
            on conflict (hazard_id, version, part) do update set
                at = excluded.at, until = excluded.until, found_at = excluded.found_at, status = excluded.status,
                district = excluded.district, grade = excluded.grade, category = excluded.category, source = excluded.source,
                unit = excluded.unit, unit_name = excluded.unit_name, campaign = excluded.campaign, due_at = excluded.due_at,
                assigned = excluded.assigned, late = excluded.late, overdue_before = excluded.overdue_before,
                escalated = excluded.escalated, returned = excluded.returned, in_time = excluded.in_time,
                closed_at = excluded.closed_at, funds = excluded.funds, contingency_plan = excluded.contingency_plan,
                interim_controls = excluded.interim_controls, late_from = excluded.late_from""";

    private static final String DROP = """
            delete from standing as s
            using unnest(?::uuid[], ?::integer[], ?::smallint[]) as gone (hazard_id, version, part)
            where s.hazard_id = gone.hazard_id and s.version = gone.version and s.part = gone.part""";

    private Standings() {}

    static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                Objects.requireNonNull(Rows.moment(row, 4)),
                Rows.moment(row, 5),
                Objects.requireNonNull(Rows.moment(row, 6)),
                Status.valueOf(row.getString(7)),
                row.getString(8),
                Grade.valueOf(row.getString(9)),
                Category.valueOf(row.getString(10)),
                Source.valueOf(row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                Rows.moment(row, 15),
                row.getBoolean(16),
                row.getBoolean(17),
                row.getBoolean(18),
                row.getBoolean(19),
                row.getBoolean(20),
                row.getObject(21, Boolean.class),
                Rows.moment(row, 22),
                row.getBigDecimal(23),
                row.getBoolean(24),
                row.getBoolean(25));
    }

    /** All stretches that are kept of some hazards, each hazard's in order. */
    static void each(Connection connection, UUID[] hazards, Taking taking) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement(OLD)) {
            old.setArray(1, connection.createArrayOf("uuid", hazards));
            try (ResultSet rows = old.executeQuery()) {
                while (rows.next()) {
                    taking.take(read(rows));
                }
            }
        }
    }

    /** What becomes of a stretch that was read. */
    @FunctionalInterface
    interface Taking {
        void take(Standing standing) throws SQLException;
    }

    static void keep(Connection connection, List<Standing> standings) throws SQLException {
        if (standings.isEmpty()) {
            return;
        }
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            Rows.of(keep, standings)
                    .column("uuid", Standing::hazard)
                    .column("integer", Standing::version)
                    .column("smallint", Standing::part)
                    .column("text", Standing::at)
                    .column("text", each -> each.until() == null ? "infinity" : each.until())
                    .column("text", Standing::foundAt)
                    .column("text", Standing::status)
                    .column("text", Standing::district)
                    .column("text", Standing::grade)
                    .column("text", Standing::category)
                    .column("text", Standing::source)
                    .column("text", Standing::unit)
                    .column("text", Standing::unitName)
                    .column("text", Standing::campaign)
                    .column("text", Standing::dueAt)
                    .column("boolean", Standing::assigned)
                    .column("boolean", Standing::late)
                    .column("boolean", Standing::overdueBefore)
                    .column("boolean", Standing::escalated)
                    .column("boolean", Standing::returned)
                    .column("boolean", Standing::inTime)
                    .column("text", Standing::closedAt)
                    .column("numeric", Standing::funds)
                    .column("boolean", Standing::contingencyPlan)
                    .column("boolean", Standing::interimControls)
                    .column("text", each -> each.until() == null ? each.lateFrom() : null);
            keep.executeUpdate();
        }
    }

    /** Writes very many at once, into a table where they are not yet. */
    static void copy(Connection connection, String table, List<Standing> standings) throws SQLException {
        Copy.write(connection, table, WRITTEN, standings, each -> new @Nullable Object[] {
            each.hazard(),
            each.version(),
            (short) each.part(),
            each.at(),
            each.until() == null ? Copy.NEVER : each.until(),
            each.foundAt(),
            each.status(),
            each.district(),
            each.grade(),
            each.category(),
            each.source(),
            each.unit(),
            each.unitName(),
            each.campaign(),
            each.dueAt(),
            each.assigned(),
            each.late(),
            each.overdueBefore(),
            each.escalated(),
            each.returned(),
            each.inTime(),
            each.closedAt(),
            each.funds(),
            each.contingencyPlan(),
            each.interimControls(),
            each.until() == null ? each.lateFrom() : null
        });
    }

    private static final int REGION = 2;

    /** Notes which hazards were in more than one region, so that they are found wherever they are looked for. */
    static void noteWanderers(Connection connection, List<Standing> standings) throws SQLException {
        Map<UUID, String> regions = new HashMap<>();
        Set<UUID> wanderers = new HashSet<>();
        for (Standing standing : standings) {
            String district = standing.district();
            String region = district.substring(0, Math.min(REGION, district.length()));
            String other = regions.putIfAbsent(standing.hazard(), region);
            if (other != null && !other.equals(region)) {
                wanderers.add(standing.hazard());
            }
        }
        if (!wanderers.isEmpty()) {
            try (PreparedStatement note = connection.prepareStatement(
                    "insert into wanderer select unnest(?::uuid[]) on conflict do nothing")) {
                note.setArray(1, connection.createArrayOf("uuid", wanderers.toArray()));
                note.executeUpdate();
            }
        }
    }

    static void drop(Connection connection, List<Standing> standings) throws SQLException {
        if (standings.isEmpty()) {
            return;
        }
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            Rows.of(drop, standings)
                    .column("uuid", Standing::hazard)
                    .column("integer", Standing::version)
                    .column("smallint", Standing::part);
            drop.executeUpdate();
        }
    }
}
