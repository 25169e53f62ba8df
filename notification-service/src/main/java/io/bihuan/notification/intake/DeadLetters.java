package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.BeforeRetry;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
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

    static final String REASON = "dead-letter-reason";
    static final String DETAIL = "dead-letter-detail";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";

    /** The headers that are ours and not the record's. */
    static final Set<String> OURS = Set.of(REASON, DETAIL, TOPIC, PARTITION, OFFSET);

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** A header is for reading; a parser's complaint can be as long as what it parsed. */
    private static final int LONGEST_DETAIL = 500;

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
        headers.add(REASON, bytes(broken.reason().name()));
        headers.add(DETAIL, bytes(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL))));
        headers.add(TOPIC, bytes(record.topic()));
        headers.add(PARTITION, bytes(String.valueOf(record.partition())));
        headers.add(OFFSET, bytes(String.valueOf(record.offset())));
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
