package io.bihuan.notification.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Where broken records go: the same key, value and headers, and in headers of their own why and where they came from. Sent
 * for as long as it takes, since the partition goes on afterwards and nobody would see the record again.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** A header is for reading; a parser's complaint can be as long as what it parsed. */
    private static final int DETAIL = 500;

    private final MutinyEmitter<byte[]> topic;
    private final MeterRegistry metrics;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> topic, MeterRegistry metrics) {
        this.topic = topic;
        this.metrics = metrics;
    }

    @Retry(maxRetries = -1, maxDuration = 0, delay = 100, jitter = 50)
    @ExponentialBackoff(maxDelay = 15_000)
    @BeforeRetry(Waiting.class)
    void send(ConsumerRecord<byte[], byte[]> record, BrokenRecordException broken) {
        var detail = String.valueOf(broken.getMessage());
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add("dead-letter-reason", bytes(broken.reason().name()));
        headers.add("dead-letter-detail", bytes(detail.substring(0, Math.min(detail.length(), DETAIL))));
        headers.add("dead-letter-topic", bytes(record.topic()));
        headers.add("dead-letter-partition", bytes(String.valueOf(record.partition())));
        headers.add("dead-letter-offset", bytes(String.valueOf(record.offset())));
        var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        topic.sendMessageAndAwait(Message.of(record.value(), Metadata.of(metadata)));
        LOG.errorf(
                "Set aside as a dead letter: %s-%d offset %d, %s: %s",
                record.topic(), record.partition(), record.offset(), broken.reason(), detail);
        metrics.counter("notification.dead.letters", "reason", broken.reason().name())
                .increment();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
