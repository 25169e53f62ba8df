package io.bihuan.reporting.coverage;

import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.division.Division;
import io.bihuan.reporting.sql.Bounds;
import io.bihuan.reporting.statistics.Coverage;
import io.bihuan.reporting.statistics.Rate;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Reads coverage off the registers and the inspections. */
@ApplicationScoped
public class Survey {

    /** The sites on file at the moment, wherever nothing narrows them further. */
    private static final String SITES_ON_FILE = """
            given
                join site on site.district_code >= parent and site.district_code < parent || '~'
                         and site.at <= as_of and site.until > as_of and site.active
                         and (only_kinds is null or site.kind = any(only_kinds))""";

    private static final String WAS_HELD = """
            inspection.at >= period_from and inspection.at < period_to and inspection.at <= as_of
                         and (only_campaign is null or inspection.campaign = only_campaign)""";

    private static final String INSPECTIONS_HELD = """
            given
                join inspection on inspection.district_code >= parent and inspection.district_code < parent || '~'
                         and (only_kinds is null or inspection.site_kind = any(only_kinds))
                         and %s""".formatted(WAS_HELD);

    /**
     * Summed up by district code first, which few rows survive, and only then by part. What is on file and what of it was inspected are
     * asked apart, so that the database may go from the inspections of a short period to their sites, or from a district's sites to
     * their inspections, whichever are fewer.
     */
    private static final String COVERAGE =
            """
            with given (as_of, parent, period_from, period_to, only_kinds, only_campaign) as not materialized (
                values (?::timestamptz, ?::text collate "C", ?::timestamptz, ?::timestamptz, ?::text[], ?::text collate "C")
            ),
            counted as materialized (
                select district_code, count(*) as sites, 0 as inspected_sites, 0 as inspections, 0 as checked_items,
                       0 as failed_items, 0 as clean_inspections, 0 as found_hazards, 0 as fixed_on_spot
                from %1$s
                group by district_code
                union all
                select district_code, 0, count(*), 0, 0, 0, 0, 0, 0
                from %1$s
                where exists (select from inspection where inspection.site_code = site.code and %2$s)
                group by district_code
                union all
                select district_code, 0, 0, count(*), sum(checked), sum(failed), count(*) filter (where clean),
                       sum(found), sum(fixed_on_spot)
                from %3$s
                group by district_code
            ),
            responsible as materialized (
                select distinct inspection.district_code, unit_code
                from %3$s
                join site on site.code = site_code and site.at <= as_of and site.until > as_of
                where unit_code is not null
            ),
            %4$s,
            summed as (
                select part, grouping(part) = 1 as is_total, sum(sites) as sites, sum(inspected_sites) as inspected_sites,
                       sum(inspections) as inspections, sum(checked_items) as checked_items, sum(failed_items) as failed_items,
                       sum(clean_inspections) as clean_inspections, sum(found_hazards) as found_hazards,
                       sum(fixed_on_spot) as fixed_on_spot
                from counted
                join belongs on code = district_code
                group by grouping sets ((part), ())
            ),
            units as (
                select part, grouping(part) = 1 as is_total, count(distinct unit_code) as inspected_units
                from responsible
                join belongs on code = district_code
                group by grouping sets ((part), ())
            )
            select summed.*, coalesce(inspected_units, 0) as inspected_units
            from summed
            left join units on units.is_total = summed.is_total and units.part is not distinct from summed.part""".formatted(SITES_ON_FILE, WAS_HELD, INSPECTIONS_HELD, Division.belongs("counted"));

    private static final String UNITS = """
            with given (as_of, parent) as not materialized (values (?::timestamptz, ?::text collate "C")),
            counted as materialized (
                select district_code, count(*) as units
                from given
                join unit on district_code >= parent and district_code < parent || '~'
                         and at <= as_of and until > as_of and active
                group by district_code
            ),
            %s
            select part, grouping(part) = 1 as is_total, coalesce(sum(units), 0) as units
            from counted
            join belongs on code = district_code
            group by grouping sets ((part), ())""".formatted(Division.belongs("counted"));

    private static final String KNOWN = """
            with given (parent) as not materialized (values (?::text collate "C"))
            select exists (select from given join site on district_code >= parent and district_code < parent || '~')
                or exists (select from given join inspection on district_code >= parent and district_code < parent || '~')
                or exists (select from given join unit on district_code >= parent and district_code < parent || '~')""";

    private final DataSource database;
    private final Division division;

    Survey(DataSource database, Division division) {
        this.database = database;
        this.division = division;
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
        Map<String, Coverage> parts = new HashMap<>();
        Coverage total = Coverage.NONE;
        try (Connection connection = database.getConnection();
                PreparedStatement coverage = connection.prepareStatement(COVERAGE)) {
            coverage.setString(1, question.asOf().toString());
            coverage.setString(2, question.parent());
            coverage.setString(3, Bounds.from(question.from()));
            coverage.setString(4, Bounds.to(question.to()));
            coverage.setArray(
                    5,
                    question.kinds().isEmpty()
                            ? null
                            : connection.createArrayOf("text", question.kinds().toArray()));
            coverage.setString(6, question.campaign());
            try (ResultSet rows = coverage.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean("is_total")) {
                        total = read(rows);
                    } else {
                        parts.put(rows.getString("part"), read(rows));
                    }
                }
            }
        }
        return division.of(question.parent(), parts, Coverage.NONE, total);
    }

    /** How many units are on file in a district's parts at a moment. */
    public Divided<Long> units(String parent, Instant asOf) throws SQLException {
        Map<String, Long> parts = new HashMap<>();
        long total = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement units = connection.prepareStatement(UNITS)) {
            units.setString(1, asOf.toString());
            units.setString(2, parent);
            try (ResultSet rows = units.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean("is_total")) {
                        total = rows.getLong("units");
                    } else {
                        parts.put(rows.getString("part"), rows.getLong("units"));
                    }
                }
            }
        }
        return division.of(parent, parts, 0L, total);
    }

    private static Coverage read(ResultSet row) throws SQLException {
        long sites = row.getLong("sites");
        long inspected = row.getLong("inspected_sites");
        return new Coverage(
                sites,
                inspected,
                Rate.of(inspected, sites),
                row.getLong("inspections"),
                row.getLong("checked_items"),
                row.getLong("failed_items"),
                row.getLong("clean_inspections"),
                row.getLong("found_hazards"),
                row.getLong("fixed_on_spot"),
                row.getLong("inspected_units"));
    }
}
