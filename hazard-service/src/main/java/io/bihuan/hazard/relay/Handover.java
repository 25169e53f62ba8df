package io.bihuan.hazard.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/**
 * Hands events to the broker and waits until it has them all. One that the broker will never take is parked with its
 * reason and stops nothing else.
 */
final class Handover {

    private final Producer<byte[], byte[]> producer;
    private final Parking parking;
    private final RelayMetrics metrics;

    Handover(Producer<byte[], byte[]> producer, Parking parking, RelayMetrics metrics) {
        this.producer = producer;
        this.parking = parking;
        this.metrics = metrics;
    }

    /**
     * Returns when each event is with the broker or parked.
     *
     * @throws IllegalStateException for any other failure; some of the events may be with the broker then
     */
    void handOver(List<ProducerRecord<byte[], byte[]>> events) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(events.size());
        for (ProducerRecord<byte[], byte[]> event : events) {
            answers.add(producer.send(event));
        }
        for (int i = 0; i < events.size(); i++) {
            await(events.get(i), answers.get(i));
        }
    }

    private void await(ProducerRecord<byte[], byte[]> event, Future<RecordMetadata> answer)
            throws InterruptedException {
        try {
            answer.get();
            metrics.published();
        } catch (ExecutionException e) {
            Throwable reason = Objects.requireNonNullElse(e.getCause(), e);
            if (!isPoison(reason)) {
                throw new IllegalStateException("the broker did not take an event of " + event.topic(), reason);
            }
            parking.park(id(event), reason.toString());
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
