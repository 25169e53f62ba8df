package io.bihuan.hazard.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning; repetitions of an event are passed over, as every consumer must. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

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
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (of(key).size() < count && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::hear);
        }
        return of(key);
    }

    private void hear(ConsumerRecord<String, String> event) {
        String id = RelayTest.header(event, "ce_id");
        if (heard.stream().noneMatch(before -> RelayTest.header(before, "ce_id").equals(id))) {
            heard.add(event);
        }
    }

    private List<ConsumerRecord<String, String>> of(String key) {
        return heard.stream().filter(event -> key.equals(event.key())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
