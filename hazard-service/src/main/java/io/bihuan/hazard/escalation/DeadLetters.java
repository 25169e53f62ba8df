package io.bihuan.hazard.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Where a broken record goes: as it came, with why it is broken and where it was. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> letters;
    private final Patience patience;
    private final MeterRegistry metrics;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> letters, Patience patience, MeterRegistry metrics) {
        this.letters = letters;
        this.patience = patience;
        this.metrics = metrics;
    }

    /** Returns once the broker has it. */
    void send(ConsumerRecord<byte[], byte[]> broken, BrokenRecordException why) throws Exception {
        LOG.warnf(
                "Dead letter %s-%d@%d: %s: %s",
                broken.topic(), broken.partition(), broken.offset(), why.reason(), why.detail());
        Headers headers = new RecordHeaders(broken.headers())
                .add("dead-letter-reason", why.reason().name().getBytes(UTF_8))
                .add("dead-letter-detail", why.detail().getBytes(UTF_8))
                .add("dead-letter-topic", broken.topic().getBytes(UTF_8))
                .add(
                        "dead-letter-partition",
                        Integer.toString(broken.partition()).getBytes(UTF_8))
                .add("dead-letter-offset", Long.toString(broken.offset()).getBytes(UTF_8));
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(broken.key())
                .withHeaders(headers)
                .build();
        patience.untilDone(() -> {
            letters.sendMessageAndAwait(Message.of(broken.value()).addMetadata(metadata));
            return true;
        });
        metrics.counter("bihuan.dead.letters", "reason", why.reason().name()).increment();
    }
}
