package io.bihuan.hazard.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.debezium.engine.DebeziumEngine.ChangeConsumer;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands the rows that Debezium read to the broker, and lets Debezium move on only when the broker has them all. A row
 * that the broker will never take is parked with its reason and stops nothing else; any other failure ends the batch,
 * and the rows are read again.
 */
final class Publisher implements ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    private static final String HEARTBEATS = "__debezium-heartbeat";

    private final Producer<byte[], byte[]> producer;
    private final Parking parking;
    private final RelayMetrics metrics;

    Publisher(Producer<byte[], byte[]> producer, Parking parking, RelayMetrics metrics) {
        this.producer = producer;
        this.parking = parking;
        this.metrics = metrics;
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> batch, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Handed> handed = new ArrayList<>(batch.size());
        for (RecordChangeEvent<SourceRecord> change : batch) {
            SourceRecord row = change.record();
            if (!row.topic().startsWith(HEARTBEATS)) {
                ProducerRecord<byte[], byte[]> event = event(row);
                handed.add(new Handed(event, producer.send(event)));
            }
        }
        for (Handed each : handed) {
            await(each);
        }
        for (RecordChangeEvent<SourceRecord> change : batch) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }

    private record Handed(ProducerRecord<byte[], byte[]> event, Future<RecordMetadata> answer) {}

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

    private void await(Handed handed) throws InterruptedException {
        try {
            handed.answer().get();
            metrics.published();
        } catch (ExecutionException e) {
            Throwable reason = Objects.requireNonNullElse(e.getCause(), e);
            if (!isPoison(reason)) {
                throw new IllegalStateException(
                        "the broker did not take an event of " + handed.event().topic(), reason);
            }
            parking.park(id(handed.event()), reason.toString());
            metrics.parked();
        }
    }

    private static boolean isPoison(Throwable reason) {
        return reason instanceof RecordTooLargeException
                || reason instanceof InvalidTopicException
                || reason instanceof InvalidRecordException;
    }

    private static UUID id(ProducerRecord<byte[], byte[]> event) {
        return UUID.fromString(new String(event.headers().lastHeader("ce_id").value(), UTF_8));
    }
}
