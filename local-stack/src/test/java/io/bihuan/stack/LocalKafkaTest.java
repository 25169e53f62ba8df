package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private final Path home;

    LocalKafkaTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void topicsAndRecordsAndOffsetsSurviveARestart() throws Exception {
        try (var kafka = LocalKafka.start(home, 0)) {
            kafka.createTopics(Topics.ALL);
            kafka.createTopics(Topics.ALL);
            send(kafka, "第一");
            assertThat(receive(kafka)).containsExactly("第一");
        }
        try (var kafka = LocalKafka.start(home, 0)) {
            send(kafka, "第二");
            assertThat(receive(kafka)).containsExactly("第二");
        }
    }

    @Test
    void topicsHaveTheirPartitionsAndNoneAppearsByItself() throws Exception {
        try (var kafka = LocalKafka.start(home, 0);
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            kafka.createTopics(Topics.ALL);
            var described =
                    admin.describeTopics(Topics.ALL.keySet()).allTopicNames().get();
            described.forEach(
                    (name, topic) -> assertThat(topic.partitions()).as(name).hasSize(Topics.ALL.getOrDefault(name, 0)));

            assertThatThrownBy(() -> admin.describeTopics(List.of("no.such.topic"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aBrokerThatCannotStartSaysWhy() {
        try (var first = LocalKafka.start(home.resolve("first"), 0)) {
            assertThatThrownBy(() -> LocalKafka.start(home.resolve("second"), first.port()))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining("kafka")
                    .hasMessageContaining("" + first.port());
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.HAZARD_EVENTS, "key", value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> receive(LocalKafka kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        "test",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.HAZARD_EVENTS));
            var values = new ArrayList<String>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> values.add(event.value()));
            }
            consumer.commitSync();
            return values;
        }
    }
}
