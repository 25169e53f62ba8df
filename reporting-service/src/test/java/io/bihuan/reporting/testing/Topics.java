package io.bihuan.reporting.testing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The real broker's topics, seen from outside of the service. */
@ApplicationScoped
public class Topics {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final String broker;
    private final Producer<byte[], byte[]> producer;

    Topics(@ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void send(List<Event> events) {
        List<Future<RecordMetadata>> sent =
                events.stream().map(event -> producer.send(event.record())).toList();
        sent.forEach(Topics::received);
    }

    public void send(Event... events) {
        send(List.of(events));
    }

    /** Sends a record as it is and says where it went. */
    public RecordMetadata send(ProducerRecord<byte[], byte[]> sent) {
        return received(producer.send(sent));
    }

    private static RecordMetadata received(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Everything in the dead letters so far. */
    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return all("reporting.dead-letter");
    }

    /** Everything in a topic so far, each partition in its order. */
    public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(PATIENCE).forEach(found::add);
            }
            return found;
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
