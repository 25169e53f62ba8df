package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads figures off the facts. */
@ApplicationScoped
public class Ledger {

    /** The hazards that took steps since the moment asked for, as they stood then. */
    private static final String AS_THEY_STOOD = Fold.of("""
            select step.*
            from given
            join fact on last_at > as_of and found_at <= as_of and found_at >= period_from and found_at < period_to
            join step on step.hazard_id = fact.hazard_id and step.at <= as_of""");

    /**
     * A hazard whose latest step had happened by the moment asked for is as its fact says; only one that took steps since is folded
     * anew. So the present costs no folding, and the past only what changed since.
     *
     * <p>A tilde sorts after every character of a code: {@code code < parent || '~'} bounds those that begin with the parent's.
     */
    private static final String FIGURES =
            """
            with given (as_of, parent, period_from, period_to, only_grade, only_category, only_source) as not materialized (
                values (?::timestamptz, ?::text collate "C", ?::timestamptz, ?::timestamptz, ?::text, ?::text, ?::text)
            ),
            hazard as (
                select %1$s
                from given
                join fact on last_at <= as_of and found_at >= period_from and found_at < period_to
                union all
                %2$s
            ),
            counted as materialized (
                select hazard.*, as_of, escalation.first_at as escalated_at
                from given
                join hazard on district_code >= parent and district_code < parent || '~'
                           and (only_grade is null or grade = only_grade)
                           and (only_category is null or category = only_category)
                           and (only_source is null or source = only_source)
                left join escalation using (hazard_id)
                where %3$s
            ),
            belongs (code, part) as (
                select code, coalesce(district_below(parent, code), code)
                from given, (select distinct district_code from counted) as seen (code)
            ),
            collected as (
                select part, grouping(part) = 1 as is_total, %4$s
                from counted
                join belongs on code = district_code
                group by grouping sets ((part), ())
            ),
            on_file (part) as (
                select code
                from given
                join district on code > parent and code < parent || '~'
                where district_below(parent, code) = code
            )
            select coalesce(collected.part, on_file.part) as part, name, is_total, %5$s
            from collected
            full join on_file on on_file.part = collected.part
            left join district on code = coalesce(collected.part, on_file.part)
            order by part""".formatted(Fold.COLUMNS, AS_THEY_STOOD, Figures.POPULATION, Figures.collected(), Figures.columns());

    private static final String KNOWN = """
            select exists (select from district where code >= ? and code < ? || '~')
                or exists (select from fact where district_code >= ? and district_code < ? || '~')""";

    private final DataSource database;

    Ledger(DataSource database) {
        this.database = database;
    }

    /** Whether the district or anything within it is on file or has hazards. */
    public boolean knows(String district) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement known = connection.prepareStatement(KNOWN)) {
            for (int place = 1; place <= 4; place++) {
                known.setString(place, district);
            }
            try (ResultSet answer = known.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Measures the hazards of a district by its parts. */
    public RollUp rollUp(Question question) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement figures = connection.prepareStatement(FIGURES)) {
            figures.setString(1, question.asOf().toString());
            figures.setString(2, question.parent());
            figures.setString(3, moment(question.from(), "-infinity"));
            figures.setString(4, moment(question.to(), "infinity"));
            figures.setString(5, name(question.grade()));
            figures.setString(6, name(question.category()));
            figures.setString(7, name(question.source()));
            try (ResultSet rows = figures.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static RollUp read(ResultSet rows) throws SQLException {
        List<RollUp.Part> parts = new ArrayList<>();
        Figures total = Figures.NONE;
        while (rows.next()) {
            if (rows.getBoolean("is_total")) {
                total = Figures.read(rows);
            } else {
                parts.add(new RollUp.Part(rows.getString("part"), rows.getString("name"), Figures.read(rows)));
            }
        }
        return new RollUp(parts, total);
    }

    private static String moment(@Nullable Instant bound, String unbounded) {
        return bound == null ? unbounded : bound.toString();
    }

    private static @Nullable String name(@Nullable Enum<?> filter) {
        return filter == null ? null : filter.name();
    }
}
