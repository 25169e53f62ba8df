package io.bihuan.reporting.announcing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Tells of issued briefings in the order in which they were issued: CloudEvents 1.0 in binary mode ({@code
 * contracts/reporting-events}). One replica at a time does; who dies between the broker's answer and the note of it makes an
 * event come twice, with the same id.
 */
@ApplicationScoped
class Announcer {

    private static final int BATCH = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The oldest that were not told of; none while another replica is at it. */
    private static final String UNTOLD = """
            with turn as materialized (select pg_try_advisory_xact_lock(hashtext('reporting.events')) mine)
            select id, number, district_code, kind, period, language, as_of, issued_at from briefing
            where number is not null and not published and (select mine from turn)
            order by issued_at, number limit ?""";

    private final DataSource database;
    private final ObjectMapper json;
    private final MutinyEmitter<byte[]> topic;

    Announcer(DataSource database, ObjectMapper json, @Channel("reporting-events") MutinyEmitter<byte[]> topic) {
        this.database = database;
        this.json = json;
        this.topic = topic;
    }

    /** Tells of one batch; what fails is tried again the next time. */
    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @Transactional(rollbackOn = Exception.class)
    void announce() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<BriefingIssued> untold = untold(connection);
            if (untold.isEmpty()) {
                return;
            }
            Multi.createFrom()
                    .iterable(untold)
                    .onItem()
                    .transformToUni(issued -> topic.sendMessage(message(issued)))
                    .merge(BATCH)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);
            try (PreparedStatement told =
                    connection.prepareStatement("update briefing set published = true where id = any (?)")) {
                told.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                untold.stream().map(BriefingIssued::briefingId).toArray()));
                told.executeUpdate();
            }
        }
    }

    private static List<BriefingIssued> untold(Connection connection) throws SQLException {
        List<BriefingIssued> untold = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(UNTOLD)) {
            select.setInt(1, BATCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    untold.add(BriefingIssued.read(rows));
                }
            }
        }
        return untold;
    }

    private Message<byte[]> message(BriefingIssued issued) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(issued.eventId().toString()))
                .add("ce_type", bytes("briefing.issued"))
                .add("ce_source", bytes("/reporting-service"))
                .add("ce_subject", bytes(issued.number()))
                .add("ce_time", bytes(issued.at().toString()))
                .add("content-type", bytes("application/json"));
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(bytes(issued.districtCode()))
                .withHeaders(headers)
                .build();
        return Message.of(write(issued), Metadata.of(metadata));
    }

    private byte[] write(BriefingIssued issued) {
        try {
            return json.writeValueAsBytes(issued);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of text and instants is always JSON", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
