package io.bihuan.hazard.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning; repetitions of an event are passed over, as every consumer must. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    Listener(String bootstrapServers, String... topics) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = Stream.of(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The events of a key, as soon as there are so many, or what has come when patience ends. */
    List<ConsumerRecord<String, String>> eventsOf(String key, int count) {
        return await(() -> distinct(recordsOf(key)), count);
    }

    /** The same with every repetition, as the topics hold them. */
    List<ConsumerRecord<String, String>> recordsOf(String key, int count) {
        return await(() -> recordsOf(key), count);
    }

    private List<ConsumerRecord<String, String>> await(
            Supplier<List<ConsumerRecord<String, String>>> heard, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (heard.get().size() < count && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return heard.get();
    }

    private List<ConsumerRecord<String, String>> recordsOf(String key) {
        return records.stream().filter(event -> key.equals(event.key())).toList();
    }

    private static List<ConsumerRecord<String, String>> distinct(List<ConsumerRecord<String, String>> events) {
        Set<String> seen = new HashSet<>();
        return events.stream()
                .filter(event -> seen.add(RelayTest.header(event, "ce_id")))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
