package io.bihuan.reporting.training;

import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.division.Division;
import io.bihuan.reporting.sql.Bounds;
import io.bihuan.reporting.sql.Columns;
import io.bihuan.reporting.statistics.Attendance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The training sessions on record; a version that is not newer than the one on record changes nothing. */
@ApplicationScoped
public class Trainings {

    /** What voids a session repeats all that it was, so the newest version alone says everything, also of the time before. */
    private static final String KEEP = """
            insert into training (id, version, district_code, audience, people, campaign, held_at, voided_at)
            select distinct on (id) *
            from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[],
                        ?::timestamptz[]) as told (id, version, district_code, audience, people, campaign, held_at, voided_at)
            order by id, version desc
            on conflict (id) do update
            set version = excluded.version, district_code = excluded.district_code, audience = excluded.audience,
                people = excluded.people, campaign = excluded.campaign, held_at = excluded.held_at,
                voided_at = excluded.voided_at
            where training.version < excluded.version""";

    private static final String TRAINED = """
            with given (as_of, parent, period_from, period_to, only_audience, only_campaign) as not materialized (
                values (?::timestamptz, ?::text collate "C", ?::timestamptz, ?::timestamptz, ?::text, ?::text collate "C")
            ),
            counted as materialized (
                select district_code, audience, count(*) as sessions, sum(people) as people
                from given
                join training on district_code >= parent and district_code < parent || '~'
                             and held_at >= period_from and held_at < period_to and held_at <= as_of
                             and (voided_at is null or voided_at > as_of)
                             and (only_audience is null or audience = only_audience)
                             and (only_campaign is null or campaign = only_campaign)
                group by district_code, audience
            ),
            %s
            select part, grouping(part) = 1 as is_total, audience, sum(sessions) as sessions, sum(people) as people
            from counted
            join belongs on code = district_code
            group by grouping sets ((part, audience), (audience))""".formatted(Division.belongs("counted"));

    private static final String KNOWN = """
            with given (parent) as not materialized (values (?::text collate "C"))
            select exists (select from given join training on district_code >= parent and district_code < parent || '~')""";

    private final DataSource database;
    private final Division division;

    Trainings(DataSource database, Division division) {
        this.database = database;
        this.division = division;
    }

    /**
     * Puts what is new on record, in the caller's transaction.
     *
     * @return how many sessions changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int add(List<Training> trainings) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            Columns.of(keep, trainings)
                    .column(Training::id)
                    .column(Training::version)
                    .column(Training::districtCode)
                    .column(Training::audience)
                    .column(Training::people)
                    .column(Training::campaign)
                    .column(Training::heldAt)
                    .column(Training::voidedAt);
            return keep.executeUpdate();
        }
    }

    /** Whether any session was ever held in the district or within it. */
    public boolean knows(String district) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setString(1, district);
            try (ResultSet answer = known.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Who was trained in a district's parts. */
    public Divided<Trained> trained(TrainingQuestion question) throws SQLException {
        Map<String, Map<Audience, Attendance>> parts = new HashMap<>();
        Map<Audience, Attendance> total = new EnumMap<>(Audience.class);
        try (Connection connection = database.getConnection();
                PreparedStatement trained = connection.prepareStatement(TRAINED)) {
            trained.setString(1, question.asOf().toString());
            trained.setString(2, question.parent());
            trained.setString(3, Bounds.from(question.from()));
            trained.setString(4, Bounds.to(question.to()));
            trained.setString(
                    5, question.audience() == null ? null : question.audience().name());
            trained.setString(6, question.campaign());
            try (ResultSet rows = trained.executeQuery()) {
                while (rows.next()) {
                    Map<Audience, Attendance> whose = rows.getBoolean("is_total")
                            ? total
                            : parts.computeIfAbsent(rows.getString("part"), part -> new EnumMap<>(Audience.class));
                    whose.put(
                            Audience.valueOf(rows.getString("audience")),
                            new Attendance(rows.getLong("sessions"), rows.getLong("people")));
                }
            }
        }
        Map<String, Trained> summed = new HashMap<>();
        parts.forEach((part, byAudience) -> summed.put(part, sum(byAudience)));
        return division.of(question.parent(), summed, Trained.NOBODY, sum(total));
    }

    private static Trained sum(Map<Audience, Attendance> byAudience) {
        return new Trained(byAudience.values().stream().reduce(Attendance.NONE, Attendance::and), byAudience);
    }
}
