package io.bihuan.reporting.training;

import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.division.Division;
import io.bihuan.reporting.division.Divisions;
import io.bihuan.reporting.division.Within;
import io.bihuan.reporting.facts.Rows;
import io.bihuan.reporting.statistics.Attendance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            with given (as_of, period_from, period_to, only_audience, only_campaign) as not materialized (
                values (?::timestamptz, ?::timestamptz, ?::timestamptz, ?::text, ?::text collate "C")
            ),
            within (prefix) as not materialized (%s)
            select district_code, audience, count(*) as sessions, sum(people) as people
            from given
            cross join within
            join training on district_code >= prefix and district_code < prefix || '~'
                         and held_at >= period_from and held_at < period_to and held_at <= as_of
                         and (voided_at is null or voided_at > as_of)
                         and (only_audience is null or audience = only_audience)
                         and (only_campaign is null or campaign = only_campaign)
            group by district_code, audience""";

    private static final String KNOWN = """
            with given (parent) as not materialized (values (?::text collate "C"))
            select exists (select from given join training on district_code >= parent and district_code < parent || '~')""";

    private final DataSource database;
    private final Divisions divisions;

    Trainings(DataSource database, Divisions divisions) {
        this.database = database;
        this.divisions = divisions;
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
            Rows.of(keep, trainings)
                    .column("uuid", Training::id)
                    .column("integer", Training::version)
                    .column("text", Training::districtCode)
                    .column("text", Training::audience)
                    .column("integer", Training::people)
                    .column("text", Training::campaign)
                    .column("timestamptz", Training::heldAt)
                    .column("timestamptz", Training::voidedAt);
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
        try (Connection connection = database.getConnection()) {
            return trained(connection, divisions.of(connection, question.parent(), question.asOf()), question);
        }
    }

    private static Divided<Trained> trained(Connection connection, Division division, TrainingQuestion question)
            throws SQLException {
        try (PreparedStatement trained = Within.prepare(connection, TRAINED, division)) {
            trained.setString(1, question.asOf().toString());
            trained.setString(2, Objects.toString(question.from(), "-infinity"));
            trained.setString(3, Objects.toString(question.to(), "infinity"));
            trained.setString(
                    4, question.audience() == null ? null : question.audience().name());
            trained.setString(5, question.campaign());
            Within.set(trained, 6, division);
            Map<String, Trained> parts = new HashMap<>();
            Trained total = Trained.NOBODY;
            try (ResultSet rows = trained.executeQuery()) {
                while (rows.next()) {
                    String part = division.part(rows.getString("district_code"));
                    if (part != null) {
                        Trained some = Trained.of(
                                Audience.valueOf(rows.getString("audience")),
                                new Attendance(rows.getLong("sessions"), rows.getLong("people")));
                        parts.merge(part, some, Trained::and);
                        total = total.and(some);
                    }
                }
            }
            return division.divide(parts, Trained.NOBODY, total);
        }
    }
}
