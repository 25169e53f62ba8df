package io.bihuan.notification.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.notification.deadletter.Arrival;
import io.bihuan.notification.deadletter.Arrival.Header;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The topic of our own dead letters: what is set aside there is kept where people can look at it. */
@ApplicationScoped
class SetAside {

    private static final Logger LOG = Logger.getLogger(SetAside.class);
    private static final PassingFailure PASSING = new PassingFailure();

    private final Patience patience;

    SetAside(Patience patience) {
        this.patience = patience;
    }

    @Incoming("set-aside")
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        keep(StreamSupport.stream(records.spliterator(), false)
                .map(SetAside::read)
                .toList());
    }

    /** One that can't be kept stays in the topic alone, and holds up no other. */
    private void keep(List<Arrival> arrivals) throws SQLException {
        try {
            patience.keep(arrivals);
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            if (arrivals.size() == 1) {
                LOG.errorf(e, "A dead letter could not be kept and is in its topic alone: %s", arrivals.get(0));
                return;
            }
            for (var arrival : arrivals) {
                keep(List.of(arrival));
            }
        }
    }

    /** A record that does not say where it came from is known by where it lies. */
    private static Arrival read(ConsumerRecord<byte[], byte[]> dead) {
        var origin = Origin.of(dead);
        return new Arrival(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                header(dead, DeadLetters.REASON),
                header(dead, DeadLetters.DETAIL),
                dead.key(),
                dead.value(),
                StreamSupport.stream(dead.headers().spliterator(), false)
                        .filter(header -> !DeadLetters.OURS.contains(header.key()))
                        .map(header -> new Header(header.key(), header.value()))
                        .toList(),
                Instant.ofEpochMilli(dead.timestamp()));
    }

    private record Origin(String topic, int partition, long offset) {

        static Origin of(ConsumerRecord<byte[], byte[]> dead) {
            var topic = header(dead, DeadLetters.TOPIC);
            var partition = header(dead, DeadLetters.PARTITION);
            var offset = header(dead, DeadLetters.OFFSET);
            if (topic != null && partition != null && offset != null) {
                try {
                    return new Origin(topic, Integer.parseInt(partition), Long.parseLong(offset));
                } catch (NumberFormatException e) {
                    LOG.warnf("A dead letter does not say where it came from: %s, %s, %s", topic, partition, offset);
                }
            }
            return new Origin(dead.topic(), dead.partition(), dead.offset());
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> dead, String name) {
        var header = dead.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
