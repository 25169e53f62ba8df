package io.bihuan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A real Kafka broker in KRaft mode, broker and controller in one, listening on 127.0.0.1 only; its data persists.
 *
 * <p>It is a process of its own rather than a thread of the one that starts it, in tests too: a broker that gives up
 * calls {@code exit} and would take the launcher along, its heap and its log stay apart from those of others, a test can
 * kill it, and a launcher that never loads the broker's classes stays small.
 */
public final class LocalKafka implements AutoCloseable {

    static final String NAME = "kafka";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Child child;
    private final int port;

    private LocalKafka(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @param home the broker's own directory: data, settings and log; created when missing
     * @param port the port to listen on; 0 for any that is free
     * @throws PartFailedException when it does not start, with the end of its log
     */
    public static LocalKafka start(Path home, int port) {
        try {
            PrivateFiles.directory(home);
            ProcessNote.endLeftover(home, Child.Signal.TERM);
            int chosen = Ports.choose(NAME, port);
            var settings = home.toRealPath().resolve("server.properties");
            try (var writer = Files.newBufferedWriter(settings)) {
                settings(home.toRealPath().resolve("data"), chosen, Ports.free())
                        .store(writer, null);
            }
            var child = Child.start(
                    NAME,
                    JavaCommand.of(Broker.class).with("-Xms64m", "-Xmx256m").running(settings.toString()),
                    JavaCommand.ownClassPath(),
                    home,
                    home.resolve("kafka.log"),
                    Child.Signal.TERM);
            child.awaitReady(PATIENCE, () -> Ports.answers(chosen));
            var kafka = new LocalKafka(child, chosen);
            kafka.awaitAnswer();
            return kafka;
        } catch (IOException e) {
            throw new PartFailedException(NAME, "cannot prepare " + home + ": " + e, e);
        }
    }

    /**
     * Creates the topics that are not there yet.
     *
     * @param partitions how many partitions each topic gets
     */
    public void createTopics(Map<String, Integer> partitions) {
        try (var admin = admin()) {
            var topics = partitions.entrySet().stream()
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                    .toList();
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw child.failed("cannot create the topics " + partitions.keySet() + ": " + e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException(NAME, "interrupted while creating topics", e);
        }
    }

    public int port() {
        return port;
    }

    public Child child() {
        return child;
    }

    /** @return what clients put into {@code bootstrap.servers} */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        child.stop(Duration.ofSeconds(30));
    }

    private void awaitAnswer() {
        try (var admin = admin()) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw child.failed("does not answer: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException(NAME, "interrupted while waiting for it", e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                10_000));
    }

    private static Properties settings(Path data, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                // Known to this one process only, so it may be another one at each start.
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", data.toString(),
                "auto.create.topics.enable", "false"));
        for (var internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
            settings.put(internal + ".num.partitions", "1");
        }
        settings.putAll(Map.of(
                "transaction.state.log.min.isr",
                "1",
                "share.coordinator.state.topic.min.isr",
                "1",
                "group.initial.rebalance.delay.ms",
                "0",
                // A stack that rested for months goes on where it stopped: nothing expires.
                "log.retention.ms",
                "-1",
                "offsets.retention.minutes",
                "" + Integer.MAX_VALUE,
                "log.segment.bytes",
                "" + 64 * 1024 * 1024,
                "log.index.size.max.bytes",
                "" + 1024 * 1024,
                "log.cleaner.dedupe.buffer.size",
                "" + 4 * 1024 * 1024));
        return settings;
    }
}
