package io.bihuan.hazard.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A row of the history as the table gives it.
 *
 * @param seq its place in the table
 * @param number as people call what it is about
 */
record RecordedEvent(
        long seq,
        UUID id,
        String stream,
        String key,
        String number,
        String type,
        OffsetDateTime at,
        String data,
        String specversion) {

    static final String COLUMNS = "seq, id, stream, key, subject, type, at, data, specversion";

    /** As Debezium writes a time of the table. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    static RecordedEvent read(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("stream"),
                row.getString("key"),
                row.getString("subject"),
                row.getString("type"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("data"),
                row.getString("specversion"));
    }

    /** The very record that the connector's settings ({@value RelayConfiguration#CONNECTOR}) make of the row. */
    ProducerRecord<byte[], byte[]> record() {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(stream + ".events", bytes(key), bytes(data));
        event.headers()
                .add("ce_specversion", bytes(specversion))
                .add("ce_id", bytes(id.toString()))
                .add("ce_type", bytes(type))
                .add("ce_subject", bytes(number))
                .add("ce_time", bytes(TIME.format(at)))
                .add("ce_source", bytes("/hazard-service"))
                .add("content-type", bytes("application/json"));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
