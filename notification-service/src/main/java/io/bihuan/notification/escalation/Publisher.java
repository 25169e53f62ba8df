package io.bihuan.notification.escalation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.sql.Columns;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the facts that were kept, in their order: CloudEvents 1.0 in binary mode ({@code
 * contracts/notification-events}). One replica at a time does; whoever dies between the broker's answer and its own note of
 * it makes them come twice, with the same id.
 */
@ApplicationScoped
public class Publisher {

    private static final int BATCH = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What leaves; {@code contracts/notification-events/hazard.escalated.schema.json}. */
    record HazardEscalated(
            @JsonIgnore UUID id,
            UUID hazardId,
            int version,
            String number,
            String districtCode,
            String grade,
            int round,
            Instant dueAt,
            String step,
            int level,
            @Nullable String document,
            int ladderVersion,
            Instant at,
            Instant recordedAt,
            @JsonRawValue String told) {

        static HazardEscalated read(ResultSet row) throws SQLException {
            var at = row.getObject("at", OffsetDateTime.class).toInstant();
            return new HazardEscalated(
                    row.getObject("id", UUID.class),
                    row.getObject("hazard_id", UUID.class),
                    row.getInt("version"),
                    row.getString("number"),
                    row.getString("district_code"),
                    row.getString("grade"),
                    row.getInt("round"),
                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                    row.getString("step"),
                    row.getInt("level"),
                    row.getString("document"),
                    row.getInt("ladder_version"),
                    at,
                    at,
                    row.getString("told"));
        }
    }

    private final DataSource database;
    private final ObjectMapper json;
    private final MutinyEmitter<byte[]> topic;

    Publisher(DataSource database, ObjectMapper json, @Channel("escalations") MutinyEmitter<byte[]> topic) {
        this.database = database;
        this.json = json;
        this.topic = topic;
    }

    /**
     * Publishes one batch.
     *
     * @return whether there is more to do at once
     */
    @Transactional
    public boolean publish() throws SQLException {
        try (var connection = database.getConnection()) {
            var facts = unpublished(connection);
            if (facts.isEmpty()) {
                return false;
            }
            Multi.createFrom()
                    .iterable(facts)
                    .onItem()
                    .transformToUni(fact -> topic.sendMessage(message(fact)))
                    .merge(BATCH)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);
            try (var update =
                    connection.prepareStatement("update escalation set published = true where id = any (?)")) {
                Columns.of(update, 1, facts).column("uuid", HazardEscalated::id);
                update.executeUpdate();
            }
            return facts.size() == BATCH;
        }
    }

    /** The oldest that are not published; none while another replica is at it. */
    private static List<HazardEscalated> unpublished(Connection connection) throws SQLException {
        var facts = new ArrayList<HazardEscalated>();
        try (var select = connection.prepareStatement("""
                with turn as materialized (select pg_try_advisory_xact_lock(hashtext('escalations')) mine)
                select e.* from escalation e where not published and (select mine from turn) order by seq limit ?""")) {
            select.setInt(1, BATCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.add(HazardEscalated.read(rows));
                }
            }
        }
        return facts;
    }

    private Message<byte[]> message(HazardEscalated fact) {
        var headers = new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(fact.id().toString()))
                .add("ce_type", bytes("hazard.escalated"))
                .add("ce_source", bytes("/notification-service"))
                .add("ce_subject", bytes(fact.number()))
                .add("ce_time", bytes(fact.at().toString()))
                .add("content-type", bytes("application/json"));
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(bytes(fact.hazardId().toString()))
                .withHeaders(headers)
                .build();
        return Message.of(write(fact), Metadata.of(metadata));
    }

    private byte[] write(HazardEscalated fact) {
        try {
            return json.writeValueAsBytes(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of text, numbers and instants is always JSON", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
