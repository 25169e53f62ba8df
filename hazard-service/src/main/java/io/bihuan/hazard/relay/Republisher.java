package io.bihuan.hazard.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the history again where an operator asked for it: some rows at a time, in the order in which they were
 * recorded, by a producer of its own, so that the relay goes on as ever. Every replica looks for what there is to do,
 * one does it. Whoever takes it up after a failure or a death hands the rows over again whose arrival was not noted;
 * consumers know them by their version.
 */
@ApplicationScoped
class Republisher {

    private static final Logger LOG = Logger.getLogger(Republisher.class);

    /** As many are in memory. */
    private static final int ROWS_AT_ONCE = 500;

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final Map<String, Object> kafka;
    private final Republications republications;
    private final Parking parking;
    private final RelayMetrics metrics;

    private volatile boolean leaving;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    Republisher(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Republications republications,
            Parking parking,
            RelayMetrics metrics) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.kafka = kafka;
        this.republications = republications;
        this.parking = parking;
        this.metrics = metrics;
    }

    /** A broker that is away must not keep the service from stopping. */
    void leave(@Observes ShutdownEvent shutdown) {
        leaving = true;
        Producer<byte[], byte[]> waiting = producer;
        if (waiting != null) {
            waiting.close(Duration.ZERO);
        }
    }

    @Scheduled(every = "1s", identity = "republication", concurrentExecution = ConcurrentExecution.SKIP)
    void work() throws SQLException, InterruptedException {
        if (leaving || republications.underWay().isEmpty()) {
            return;
        }
        try (Leadership leadership = Leadership.seize(Leadership.REPUBLICATION, jdbcUrl, user, password)) {
            if (leadership != null) {
                publish(leadership);
            }
        }
    }

    private void publish(Leadership leadership) throws SQLException, InterruptedException {
        try (Producer<byte[], byte[]> own = new KafkaProducer<>(
                RelayConfiguration.producer("bihuan-republication", kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer = own;
            Handover handover = new Handover(own, parking, metrics);
            Optional<Republication> next = republications.underWay();
            while (next.isPresent() && !leaving && leadership.stillHeld() && goOn(next.get(), handover)) {
                next = republications.underWay();
            }
        } finally {
            producer = null;
        }
    }

    /** Whether it went on; if not, it is tried again later. */
    private boolean goOn(Republication which, Handover handover) throws InterruptedException {
        try {
            if (which.total() == null) {
                republications.count(which);
                return true;
            }
            List<RecordedEvent> events = republications.next(which, ROWS_AT_ONCE);
            if (events.isEmpty()) {
                republications.end(which);
                LOG.infof("%d events are published again", which.published());
                return true;
            }
            handover.handOver(events.stream().map(RecordedEvent::record).toList());
            republications.advance(which, events);
            return true;
        } catch (RuntimeException e) {
            if (!leaving) {
                LOG.errorf(e, "the republication does not go on");
                republications.fail(which, reason(e));
            }
            return false;
        }
    }

    private static String reason(RuntimeException e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + e.getCause();
    }
}
