package io.bihuan.reporting.intake;

import io.bihuan.reporting.facts.Districts;
import io.bihuan.reporting.facts.Facts;
import io.bihuan.reporting.facts.Fresh;
import io.bihuan.reporting.facts.Fresh.BeginningMissingException;
import io.bihuan.reporting.facts.Rebuilds;
import io.bihuan.reporting.facts.Rebuilds.Rebuild;
import io.bihuan.reporting.intake.Intake.Effect;
import io.bihuan.reporting.intake.Intake.Reading;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes everything anew from the topics, from their beginning on, in tables of its own, while the service goes on with those in use;
 * what comes meanwhile is read at the end, when for a moment nobody writes.
 */
@ApplicationScoped
class Replay {

    private static final Logger LOG = Logger.getLogger(Replay.class);

    private static final int LONGEST_SECONDS = (int) Duration.ofHours(24).toSeconds();
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int PROGRESS_EVERY = 100_000;

    /**
     * A topic and what becomes of its events.
     *
     * @param bulk first, when everything is read at once
     * @param effect afterwards, when what is left is read
     */
    private record Reread<T>(String topic, Reading<T> reading, Effect<T> bulk, Effect<T> effect) {}

    private final Rebuilds rebuilds;
    private final Fresh fresh;
    private final List<Reread<?>> topics;
    private final Map<String, Object> broker;

    Replay(
            Rebuilds rebuilds,
            Fresh fresh,
            Facts facts,
            Districts districts,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.rebuilds = rebuilds;
        this.fresh = fresh;
        this.broker = broker;
        // Districts first, so that hazards find theirs on file.
        this.topics = List.of(
                new Reread<>("district.events", DistrictEvent::read, districts::hear, districts::hear),
                new Reread<>("notification.events", EscalationEvent::read, fresh::escalate, facts::escalate),
                new Reread<>("hazard.events", HazardEvent::read, fresh::tell, facts::add));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void rebuildIfWanted() {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            Rebuild rebuild = rebuilds.claim();
            if (rebuild != null) {
                rebuild(rebuild.id());
            }
            return rebuild;
        });
    }

    /** If it fails for what the topics lack that is said; for want of the database or the broker it is tried again. */
    private void rebuild(long id) throws SQLException {
        try {
            LOG.info("Making all figures anew from the topics");
            long events =
                    QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> replay(id));
            rebuilds.finish(id, null);
            LOG.infof("Made all figures anew from %d events", events);
        } catch (BeginningMissingException e) {
            LOG.error(e.getMessage());
            rebuilds.finish(id, e.getMessage());
        }
    }

    private long replay(long id) throws Exception {
        long events = 0;
        rebuilds.progress(id, events);
        fresh.begin();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> read = new HashMap<>();
            for (Reread<?> topic : topics) {
                events = read(consumer, topic, false, read, id, events);
            }
            fresh.fold();
            fresh.hold();
            for (Reread<?> topic : topics) {
                events = read(consumer, topic, true, read, id, events);
            }
        }
        fresh.swap();
        return events;
    }

    /** Reads a topic from where it was read until to what is its end now. */
    private <T> long read(
            Consumer<byte[], byte[]> consumer,
            Reread<T> topic,
            boolean rest,
            Map<TopicPartition, Long> read,
            long id,
            long before)
            throws Exception {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topic()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        partitions.forEach(partition -> consumer.seek(
                partition, Math.max(read.getOrDefault(partition, 0L), begins.getOrDefault(partition, 0L))));
        long events = before;
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(PATIENCE);
            // Reading what they say takes longest, so all processors do it.
            List<T> told = StreamSupport.stream(polled.spliterator(), true)
                    .flatMap(event -> Stream.ofNullable(understood(topic, event)))
                    .toList();
            if ((events + polled.count()) / PROGRESS_EVERY > events / PROGRESS_EVERY) {
                rebuilds.progress(id, events + polled.count());
            }
            events += polled.count();
            Effect<T> effect = rest ? topic.effect() : topic.bulk();
            if (!told.isEmpty() && !fresh.attempt(() -> effect.apply(told))) {
                // One of them is a dead letter; the others count.
                for (T one : told) {
                    fresh.attempt(() -> effect.apply(List.of(one)));
                }
            }
        }
        partitions.forEach(partition -> read.put(partition, consumer.position(partition)));
        rebuilds.progress(id, events);
        return events;
    }

    /** What can't be read is a dead letter already. */
    private static <T> @Nullable T understood(Reread<T> topic, ConsumerRecord<byte[], byte[]> event) {
        try {
            return topic.reading().read(event);
        } catch (BrokenRecordException e) {
            LOG.debugf("%s-%d@%d was passed over: %s", event.topic(), event.partition(), event.offset(), e.detail());
            return null;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        return settings;
    }
}
