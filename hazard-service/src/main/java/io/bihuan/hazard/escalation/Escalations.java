package io.bihuan.hazard.escalation;

import io.agroal.api.AgroalDataSource;
import io.bihuan.hazard.lifecycle.Hazard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of the ladder that hazards reached. */
@ApplicationScoped
public class Escalations {

    private static final String KEEP = """
            insert into escalation (hazard_id, round, due_at, step, level, document, ladder_version, at, recorded_at,
                                    told_roles, told_names)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final Comparator<Escalation> HEIGHT =
            Comparator.comparingInt(Escalation::level).thenComparing(Escalation::at);

    private final EntityManager entities;
    private final AgroalDataSource database;

    Escalations(EntityManager entities, AgroalDataSource database) {
        this.entities = entities;
        this.database = database;
    }

    /** Keeps what is new, all or nothing; what is known already, or comes late, changes nothing of what is known. */
    @Transactional
    void keep(List<EscalationEvent> events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            for (EscalationEvent event : events) {
                keep.setObject(1, event.hazardId());
                keep.setInt(2, event.round());
                setInstant(keep, 3, event.dueAt());
                keep.setString(4, event.step());
                keep.setInt(5, event.level());
                keep.setString(6, event.document());
                keep.setInt(7, event.ladderVersion());
                setInstant(keep, 8, event.at());
                setInstant(keep, 9, event.recordedAt());
                keep.setArray(
                        10,
                        texts(connection, event.told().stream().map(Told::role).toArray(String[]::new)));
                keep.setArray(
                        11,
                        texts(connection, event.told().stream().map(Told::name).toArray(String[]::new)));
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }

    /** Every step that a hazard reached, in any round and of any deadline, the oldest first. */
    public List<Escalation> of(UUID hazardId) {
        return entities.createQuery(
                        "from Escalation where hazardId = :id order by at, level, recordedAt", Escalation.class)
                .setParameter("id", hazardId)
                .getResultList();
    }

    /** The highest step that each of these hazards reached of its present round and deadline, by hazard. */
    public Map<UUID, Escalation> present(Collection<Hazard> hazards) {
        Map<UUID, Hazard> byId = new HashMap<>();
        hazards.forEach(hazard -> byId.put(hazard.id(), hazard));
        Map<UUID, Escalation> highest = new HashMap<>();
        if (!byId.isEmpty()) {
            entities.createQuery("from Escalation where hazardId in :ids", Escalation.class)
                    .setParameter("ids", byId.keySet())
                    .getResultStream()
                    .filter(reached -> isPresent(reached, byId.get(reached.hazardId())))
                    .sorted(HEIGHT)
                    .forEach(reached -> highest.put(reached.hazardId(), reached));
        }
        return highest;
    }

    private static boolean isPresent(Escalation reached, @Nullable Hazard hazard) {
        return hazard != null && reached.isOf(hazard.round(), hazard.dueAt());
    }

    /** To the microsecond, as the hazard's own deadline is kept, which it must equal. */
    private static void setInstant(PreparedStatement statement, int place, Instant instant) throws SQLException {
        statement.setObject(place, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private static Array texts(Connection connection, @Nullable String[] texts) throws SQLException {
        return connection.createArrayOf("text", Arrays.copyOf(texts, texts.length, Object[].class));
    }
}
