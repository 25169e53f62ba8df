package io.bihuan.reporting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What the service has kept, seen in its database; and codes that no other test uses. */
@ApplicationScoped
public class Kept {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger CODES = new AtomicInteger();

    private final DataSource database;

    Kept(DataSource database) {
        this.database = database;
    }

    /** A district code of four characters that no other test uses and that is no other code's prefix. */
    public static String freshDistrict() {
        return "%04d".formatted(CODES.incrementAndGet());
    }

    /** Waits until every step of the lives is kept, and the first escalation of each. */
    public void awaitLives(List<Life> lives) {
        awaitSteps(
                lives.stream().map(Life::hazard).toList(),
                lives.stream().mapToInt(life -> life.said().size()).sum());
        Map<UUID, Instant> escalated = new HashMap<>();
        lives.forEach(life -> life.escalations().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(first -> escalated.put(life.hazard(), first)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(escalated(escalated.keySet())).isEqualTo(escalated));
    }

    private Map<UUID, Instant> escalated(Set<UUID> hazards) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select hazard_id, escalated_at from hazard where hazard_id = any(?) and escalated_at is not null")) {
            select.setArray(1, connection.createArrayOf("uuid", hazards.toArray()));
            Map<UUID, Instant> escalated = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    escalated.put(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
            return escalated;
        }
    }

    public void awaitSteps(List<UUID> hazards, int steps) {
        // A test may have cut the very connection that this asks over.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .untilAsserted(() -> assertThat(count(hazards)).isEqualTo(steps));
    }

    /** Waits until the register has the district in that version. */
    public void awaitDistrict(String code, int version) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        count("select count(*) from district where code = ? and version >= " + version, code))
                .isEqualTo(1));
    }

    /** Waits until every version of the sites is on file. */
    public void awaitSites(List<Activity.SiteTold> sites) {
        awaitRows(
                "site where code = any(?)",
                sites.stream().map(Activity.SiteTold::code),
                sites.stream().distinct().count());
    }

    /** Waits until every version of the units is on file. */
    public void awaitUnits(List<Activity.UnitTold> units) {
        awaitRows(
                "unit where code = any(?)",
                units.stream().map(Activity.UnitTold::code),
                units.stream().distinct().count());
    }

    /** Waits until the inspections are on record. */
    public void awaitInspections(List<Activity.InspectionTold> inspections) {
        awaitRows(
                "inspection where id::text = any(?)",
                inspections.stream().map(told -> told.id().toString()),
                inspections.size());
    }

    /** Waits until the sessions are on record, and those that were voided are so. */
    public void awaitTrainings(List<Activity.TrainingTold> trainings) {
        for (int version = 1; version <= 2; version++) {
            int told = version;
            List<String> ids = trainings.stream()
                    .filter(training -> training.versions() == told)
                    .map(training -> training.id().toString())
                    .toList();
            awaitRows("training where version = " + version + " and id::text = any(?)", ids.stream(), ids.size());
        }
    }

    /** Waits until the campaign is on file in that version. */
    public void awaitCampaign(String code, int version) {
        awaitRows("campaign where version = " + version + " and code = any(?)", Stream.of(code), 1);
    }

    private void awaitRows(String rows, Stream<String> keys, long expected) {
        Object[] values = keys.toArray();
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement count = connection.prepareStatement("select count(*) from " + rows)) {
                count.setArray(1, connection.createArrayOf("text", values));
                try (ResultSet answer = count.executeQuery()) {
                    answer.next();
                    assertThat(answer.getLong(1)).isEqualTo(expected);
                }
            }
        });
    }

    /** Waits until it is known that a district goes over into another. */
    public void awaitMove(String code) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("select count(*) from boundary where district = ?", code))
                        .isEqualTo(1));
    }

    /** Waits until nothing is being made anew. */
    public void awaitNoRebuild() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        count("select count(*) from rebuild where finished_at is null and ? <> ''", "any"))
                .isZero());
    }

    private int count(List<UUID> hazards) throws SQLException {
        return count("select count(*) from step where hazard_id = any(?::uuid[])", hazards.toArray(UUID[]::new));
    }

    private int count(String sql, Object value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(sql)) {
            count.setObject(1, value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value);
            try (ResultSet answer = count.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }
}
