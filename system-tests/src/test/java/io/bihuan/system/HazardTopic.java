package io.bihuan.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.Topics;
import io.bihuan.system.Kept.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was published on {@code hazard.events} so far. */
final class HazardTopic {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A published event.
     *
     * @param id its {@code ce_id}
     */
    record Event(String id, Step step) {}

    private HazardTopic() {}

    /** @return every event from the topic's beginning to its present end; one hazard's in the order of publication */
    static List<Event> everything(int kafkaPort) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.HAZARD_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(published -> events.add(event(published)));
            }
            return events;
        }
    }

    private static Event event(ConsumerRecord<String, String> published) {
        var id = new String(published.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        try {
            var version = JSON.readTree(published.value()).path("version").asInt();
            return new Event(id, new Step(published.key(), version));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that is no JSON: " + published.value(), e);
        }
    }
}
