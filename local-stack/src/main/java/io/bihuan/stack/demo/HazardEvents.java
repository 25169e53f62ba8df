package io.bihuan.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.Topics;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.client.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is published on {@code hazard.events} from the moment this begins to listen. */
final class HazardEvents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param type the CloudEvent's type, such as {@code hazard.found}
     * @param subject the hazard's number
     */
    record Event(String type, String subject, JsonNode data) {

        int version() {
            return data.path("version").asInt();
        }

        @Override
        public String toString() {
            return type + " version " + version() + " of " + subject;
        }
    }

    private static final Event NOTHING = new Event("nothing", "nothing", JSON.createObjectNode());

    private final KafkaConsumer<String, String> consumer;
    private final Deque<ConsumerRecord<String, String>> received = new ArrayDeque<>();

    HazardEvents(int port) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(Topics.HAZARD_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // only asking makes it go there now
    }

    /**
     * @return the next event of the hazard
     * @throws UnexpectedException when none comes, or one of another subject, type or version
     */
    Event next(String hazardId, String number, String type, int version) {
        var expected = type + " version " + version + " of " + number;
        var event = Waiting.until(
                PATIENCE,
                "the next event of the hazard on " + Topics.HAZARD_EVENTS,
                expected,
                () -> poll(hazardId),
                found -> found != NOTHING);
        if (!event.toString().equals(expected)) {
            throw new UnexpectedException("the next event of the hazard", expected, event.toString());
        }
        return event;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Event poll(String hazardId) {
        if (received.isEmpty()) {
            consumer.poll(Duration.ofMillis(100)).forEach(received::add);
        }
        while (!received.isEmpty()) {
            var next = received.remove();
            if (hazardId.equals(next.key())) {
                return read(next);
            }
        }
        return NOTHING;
    }

    private static Event read(ConsumerRecord<String, String> published) {
        try {
            return new Event(
                    header(published, "ce_type"), header(published, "ce_subject"), JSON.readTree(published.value()));
        } catch (JsonProcessingException e) {
            throw new UnexpectedException("an event", "JSON", published.value());
        }
    }

    private static String header(ConsumerRecord<String, String> published, String name) {
        var header = published.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
