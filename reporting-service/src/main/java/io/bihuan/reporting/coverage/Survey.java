package io.bihuan.reporting.coverage;

import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.division.Division;
import io.bihuan.reporting.division.Divisions;
import io.bihuan.reporting.division.Within;
import io.bihuan.reporting.statistics.Coverage;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads coverage off the registers and the inspections. */
@ApplicationScoped
public class Survey {

    /**
     * What a question gives; the planner sees through it to the values, also to where the district's codes begin, of which there is
     * hardly ever more than one. A tilde sorts after every character of a code.
     */
    private static final String GIVEN = """
            given (as_of, period_from, period_to, only_kinds, only_campaign) as not materialized (
                values (?::timestamptz, ?::timestamptz, ?::timestamptz, ?::text[], ?::text collate "C")
            ),
            within (prefix) as not materialized (%s)""";

    private static final String SITES_ON_FILE = """
            given
                cross join within
                join site on site.district_code >= prefix and site.district_code < prefix || '~'
                         and site.at <= as_of and site.until > as_of and site.active
                         and (only_kinds is null or site.kind = any(only_kinds))""";

    private static final String WAS_HELD = """
            inspection.at >= period_from and inspection.at < period_to and inspection.at <= as_of
                         and (only_campaign is null or inspection.campaign = only_campaign)""";

    private static final String INSPECTIONS_HELD = """
            given
                cross join within
                join inspection on inspection.district_code >= prefix and inspection.district_code < prefix || '~'
                         and (only_kinds is null or inspection.site_kind = any(only_kinds))
                         and %s""".formatted(WAS_HELD);

    /**
     * What is on file and what of it was inspected are asked apart, so that the database may go from the inspections of a short period
     * to their sites, or from a district's sites to their inspections, whichever are fewer.
     */
    private static final String COUNTED = """
            with %1$s
            select district_code, count(*) as sites, 0 as inspected_sites, 0 as inspections, 0 as checked_items,
                   0 as failed_items, 0 as clean_inspections, 0 as found_hazards, 0 as fixed_on_spot
            from %2$s
            group by district_code
            union all
            select district_code, 0, count(*), 0, 0, 0, 0, 0, 0
            from %2$s
            where exists (select from inspection where inspection.site_code = site.code and %3$s)
            group by district_code
            union all
            select district_code, 0, 0, count(*), sum(checked), sum(failed), count(*) filter (where clean),
                   sum(found), sum(fixed_on_spot)
            from %4$s
            group by district_code""".formatted(GIVEN, SITES_ON_FILE, WAS_HELD, INSPECTIONS_HELD);

    private static final String RESPONSIBLE = """
            with %s,
            belongs (code, part) as (select * from unnest(?::text[], ?::text[]))
            select part, grouping(part) = 1 as is_total, count(distinct site.unit_code) as units
            from %s
            join belongs on belongs.code = inspection.district_code
            join site on site.code = site_code and site.at <= as_of and site.until > as_of
            group by grouping sets ((part), ())""".formatted(GIVEN, INSPECTIONS_HELD);

    private static final String UNITS_ON_FILE = """
            with given (as_of) as not materialized (values (?::timestamptz)),
            within (prefix) as not materialized (%s)
            select district_code, count(*) as units
            from given
            cross join within
            join unit on district_code >= prefix and district_code < prefix || '~'
                     and at <= as_of and until > as_of and active
            group by district_code""";

    private static final String KNOWN = """
            with given (parent) as not materialized (values (?::text collate "C"))
            select exists (select from given join site on district_code >= parent and district_code < parent || '~')
                or exists (select from given join inspection on district_code >= parent and district_code < parent || '~')
                or exists (select from given join unit on district_code >= parent and district_code < parent || '~')""";

    private final DataSource database;
    private final Divisions divisions;

    Survey(DataSource database, Divisions divisions) {
        this.database = database;
        this.divisions = divisions;
    }

    /** Whether any site or unit was ever on file in the district or within it, or any inspection held there. */
    public boolean knows(String district) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setString(1, district);
            try (ResultSet answer = known.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The coverage of a district's parts. */
    public Divided<Coverage> coverage(CoverageQuestion question) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Division division = divisions.of(connection, question.parent(), question.asOf());
            Map<String, String> partOf = new TreeMap<>();
            Map<String, Coverage> parts = new HashMap<>();
            Coverage total = Coverage.NONE;
            try (PreparedStatement counted = Within.prepare(connection, COUNTED, division)) {
                give(counted, question, division);
                try (ResultSet rows = counted.executeQuery()) {
                    while (rows.next()) {
                        String code = rows.getString("district_code");
                        String part = division.part(code);
                        if (part != null) {
                            Coverage coverage = read(rows);
                            partOf.put(code, part);
                            parts.merge(part, coverage, Coverage::and);
                            total = total.and(coverage);
                        }
                    }
                }
            }
            if (total.inspections() > 0) {
                total = addUnits(connection, question, division, partOf, parts, total);
            }
            return division.divide(parts, Coverage.NONE, total);
        }
    }

    private static Coverage addUnits(
            Connection connection,
            CoverageQuestion question,
            Division division,
            Map<String, String> partOf,
            Map<String, Coverage> parts,
            Coverage total)
            throws SQLException {
        try (PreparedStatement responsible = Within.prepare(connection, RESPONSIBLE, division)) {
            int next = give(responsible, question, division);
            responsible.setArray(
                    next, connection.createArrayOf("text", partOf.keySet().toArray()));
            responsible.setArray(
                    next + 1, connection.createArrayOf("text", partOf.values().toArray()));
            long units = 0;
            try (ResultSet rows = responsible.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean("is_total")) {
                        units = rows.getLong("units");
                    } else {
                        long ofPart = rows.getLong("units");
                        parts.computeIfPresent(rows.getString("part"), (part, coverage) -> coverage.ofUnits(ofPart));
                    }
                }
            }
            return total.ofUnits(units);
        }
    }

    /** How many units are on file in a district's parts at a moment. */
    public Divided<Long> units(String parent, Instant asOf) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Division division = divisions.of(connection, parent, asOf);
            return units(connection, division, asOf);
        }
    }

    private static Divided<Long> units(Connection connection, Division division, Instant asOf) throws SQLException {
        try (PreparedStatement units = Within.prepare(connection, UNITS_ON_FILE, division)) {
            units.setString(1, asOf.toString());
            Within.set(units, 2, division);
            Map<String, Long> parts = new HashMap<>();
            long total = 0;
            try (ResultSet rows = units.executeQuery()) {
                while (rows.next()) {
                    String part = division.part(rows.getString("district_code"));
                    if (part != null) {
                        parts.merge(part, rows.getLong("units"), Long::sum);
                        total += rows.getLong("units");
                    }
                }
            }
            return division.divide(parts, 0L, total);
        }
    }

    private static int give(PreparedStatement statement, CoverageQuestion question, Division division)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setString(1, question.asOf().toString());
        statement.setString(2, Objects.toString(question.from(), "-infinity"));
        statement.setString(3, Objects.toString(question.to(), "infinity"));
        statement.setArray(
                4,
                question.kinds().isEmpty()
                        ? null
                        : connection.createArrayOf("text", question.kinds().toArray()));
        statement.setString(5, question.campaign());
        return Within.set(statement, 6, division);
    }

    private static Coverage read(ResultSet row) throws SQLException {
        return Coverage.of(
                row.getLong("sites"),
                row.getLong("inspected_sites"),
                row.getLong("inspections"),
                row.getLong("checked_items"),
                row.getLong("failed_items"),
                row.getLong("clean_inspections"),
                row.getLong("found_hazards"),
                row.getLong("fixed_on_spot"));
    }
}
