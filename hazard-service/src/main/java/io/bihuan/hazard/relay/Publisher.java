package io.bihuan.hazard.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands the rows that Debezium read to the broker, and lets Debezium move on only when the broker has them all. A
 * failure ends the batch, and the rows are read again.
 */
final class Publisher implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private static final String HEARTBEATS = "__debezium-heartbeat";

    private final Handover handover;

    Publisher(Handover handover) {
        this.handover = handover;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> batch, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        handover.handOver(batch.stream()
                .map(RecordChangeEvent::record)
                .filter(row -> !row.topic().startsWith(HEARTBEATS))
                .map(Publisher::event)
                .toList());
        for (RecordChangeEvent<SourceRecord> change : batch) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }

    private static ProducerRecord<byte[], byte[]> event(SourceRecord row) {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(row.topic(), bytes(row.key()), bytes(row.value()));
        for (Header header : row.headers()) {
            event.headers().add(header.key(), bytes(header.value()));
        }
        return event;
    }

    private static byte[] bytes(Object text) {
        return text.toString().getBytes(UTF_8);
    }
}
