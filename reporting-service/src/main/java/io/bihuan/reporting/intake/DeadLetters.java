package io.bihuan.reporting.intake;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
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

    /** A header is for reading; a detail may quote all of a record, and twice that the broker does not take. */
    private static final int LONGEST_DETAIL = 500;

    private final MutinyEmitter<byte[]> letters;
    private final Patience patience;

    DeadLetters(@Channel("dead-letter") MutinyEmitter<byte[]> letters, Patience patience) {
        this.letters = letters;
        this.patience = patience;
    }

    /** Returns once the broker has it. */
    void send(ConsumerRecord<byte[], byte[]> broken, BrokenRecordException why) throws Exception {
        String detail = why.detail().substring(0, Math.min(why.detail().length(), LONGEST_DETAIL));
        LOG.warnf(
                "Dead letter %s-%d@%d: %s: %s",
                broken.topic(), broken.partition(), broken.offset(), why.reason(), detail);
        Headers headers = new RecordHeaders(broken.headers())
                .add("dead-letter-reason", bytes(why.reason().name()))
                .add("dead-letter-detail", bytes(detail))
                .add("dead-letter-topic", bytes(broken.topic()))
                .add("dead-letter-partition", bytes(Integer.toString(broken.partition())))
                .add("dead-letter-offset", bytes(Long.toString(broken.offset())));
        OutgoingKafkaRecordMetadata<byte[]> metadata = OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(broken.key())
                .withHeaders(headers)
                .build();
        patience.untilDone(
                () -> {
                    letters.sendMessageAndAwait(Message.of(broken.value()).addMetadata(metadata));
                    return true;
                },
                Boolean.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
