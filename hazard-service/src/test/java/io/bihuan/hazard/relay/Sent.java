package io.bihuan.hazard.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All of a record that is the same each time it is sent. */
record Sent(String topic, int partition, String key, String value, List<String> headers) {

    static Sent of(ConsumerRecord<String, String> event) {
        return new Sent(
                event.topic(),
                event.partition(),
                event.key(),
                event.value(),
                StreamSupport.stream(event.headers().spliterator(), false)
                        .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                        .toList());
    }
}
