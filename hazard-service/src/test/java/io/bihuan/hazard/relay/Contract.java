package io.bihuan.hazard.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What {@code contracts/} says of one type of event. */
final class Contract {

    private static final String PUBLISHED = "https://bihuan.io/contracts/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(PUBLISHED, "classpath:contracts/")));

    private final String type;
    private final Schema data;

    private Contract(String type, Schema data) {
        this.type = type;
        this.data = data;
    }

    static Contract ofType(String type) {
        String stream = type.substring(0, type.indexOf('.'));
        return new Contract(
                type, REGISTRY.getSchema(SchemaLocation.of(PUBLISHED + stream + "-events/" + type + ".schema.json")));
    }

    /** CloudEvents 1.0 in Kafka's binary mode, with data as the type's schema has it and nothing else. */
    void accepts(ConsumerRecord<String, String> event) {
        assertThat(RelayTest.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(RelayTest.header(event, "ce_source")).isEqualTo("/hazard-service");
        assertThat(RelayTest.header(event, "ce_type")).isEqualTo(type);
        assertThat(RelayTest.header(event, "content-type")).isEqualTo("application/json");
        assertThat(RelayTest.header(event, "ce_subject")).isNotBlank();
        assertThat(UUID.fromString(RelayTest.header(event, "ce_id"))).isNotNull();
        assertThat(Instant.parse(RelayTest.header(event, "ce_time"))).isNotNull();
        accepts(event.value());
    }

    void accepts(String json) {
        assertThat(data.validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s against its schema: %s", type, json)
                .isEmpty();
    }
}
