package io.bihuan.hazard.relay;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.source.SourceRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one engine reading the history, in one replica, for as long as the service lives: a replica without the
 * leadership stands by and tries again, and an engine that ends for any reason is started again after a pause. The
 * service itself goes on meanwhile; the history keeps what is not published yet.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final Map<String, Object> kafka;
    private final Parking parking;
    private final RelayMetrics metrics;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread supervisor;
    private volatile RelayState state = RelayState.STANDING_BY;

    Relay(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Parking parking,
            RelayMetrics metrics) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.kafka = kafka;
        this.parking = parking;
        this.metrics = metrics;
    }

    RelayState state() {
        return state;
    }

    void start(@Observes StartupEvent event) {
        supervisor = new Thread(this::supervise, "relay");
        supervisor.setDaemon(true);
        supervisor.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        supervisor.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (supervisor != null) {
            supervisor.join(Duration.ofSeconds(20).toMillis());
        }
    }

    private void supervise() {
        try {
            do {
                runOnce();
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.warn("the relay was interrupted and ends");
        }
    }

    private void runOnce() throws InterruptedException {
        try (Leadership leadership = Leadership.seize(Leadership.RELAY, jdbcUrl, user, password)) {
            if (leadership == null) {
                state = RelayState.STANDING_BY;
                return;
            }
            publish(leadership);
        } catch (SQLException | IOException e) {
            fail(e);
        }
    }

    /** Runs an engine until it ends, the leadership is lost or the service stops. */
    private void publish(Leadership leadership) throws IOException, SQLException, InterruptedException {
        if (leadership.dropIfLost(RelayConfiguration.slot())) {
            LOG.warn("the server gave the replication slot up; what it missed is read from the table again");
        }
        CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                RelayConfiguration.producer("bihuan-relay", kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            DebeziumEngine<RecordChangeEvent<SourceRecord>> engine = DebeziumEngine.create(
                            ChangeEventFormat.of(Connect.class))
                    .using(RelayConfiguration.engine(jdbcUrl, user, password))
                    .using(Thread.currentThread().getContextClassLoader())
                    .notifying(new Publisher(new Handover(producer, parking, metrics)))
                    .using((success, message, error) -> end.complete(error))
                    .build();
            Thread reader = new Thread(engine, "relay-engine");
            reader.setDaemon(true);
            reader.start();
            state = RelayState.PUBLISHING;
            LOG.info("the relay publishes the history");
            while (!end.isDone()
                    && leadership.stillHeld()
                    && !stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                // one look a second
            }
            if (!end.isDone()) {
                // A broker that is away must not keep the service from stopping.
                producer.close(Duration.ofSeconds(2));
                engine.close();
                reader.join();
            }
        }
        Throwable error = end.getNow(null);
        if (error != null && stopping.getCount() > 0) {
            fail(error);
        }
    }

    private void fail(Throwable reason) {
        state = RelayState.FAILING;
        LOG.errorf(reason, "the relay stopped; it starts again in %s", PAUSE);
    }
}
