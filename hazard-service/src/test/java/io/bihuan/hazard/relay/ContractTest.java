package io.bihuan.hazard.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.hazard.lifecycle.HazardEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<String> types() {
        return Stream.concat(
                Stream.of(
                        "district.registered",
                        "district.moved",
                        "unit.registered",
                        "site.registered",
                        "calendar.published",
                        "campaign.registered",
                        "training.held",
                        "training.voided",
                        "case.received",
                        "case.assigned",
                        "case.milestone-reached",
                        "case.hazard-opened",
                        "case.closed",
                        "inspection.held"),
                hazardEvents().map(ContractTest::type));
    }

    static Stream<Class<?>> hazardEvents() {
        return Arrays.stream(HazardEvent.class.getPermittedSubclasses());
    }

    private static String type(Class<?> event) {
        return "hazard."
                + event.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasAGoldenExampleThatItsSchemaAccepts(String type) throws IOException {
        String stream = type.substring(0, type.indexOf('.'));
        JsonNode example = read("contracts/%s-events/examples/%s.json".formatted(stream, type));

        assertThat(example.at("/headers/ce_type").textValue()).isEqualTo(type);
        assertThat(Stream.of(stream + "Id", stream + "Code", "year").map(example.get("data")::path))
                .as("the key is a field of the data")
                .anySatisfy(field ->
                        assertThat(field.asText()).isEqualTo(example.get("key").textValue()));
        Contract.ofType(type).accepts(example.get("data").toString());
    }

    @ParameterizedTest
    @MethodSource("hazardEvents")
    void anEventHasExactlyTheFieldsOfItsSchema(Class<?> event) throws IOException {
        Set<String> ofItsOwn = properties(type(event) + ".schema.json");
        ofItsOwn.removeAll(properties("common.schema.json"));

        assertThat(Arrays.stream(event.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(ofItsOwn);
    }

    private static Set<String> properties(String schema) throws IOException {
        Set<String> names = new TreeSet<>();
        read("contracts/hazard-events/" + schema).get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void asyncApiNamesEveryType() throws IOException {
        String asyncApi = text("contracts/asyncapi.yaml");
        assertThat(types()).allSatisfy(type -> assertThat(asyncApi).contains(type + ".schema.json"));
    }

    private static JsonNode read(String resource) throws IOException {
        return MAPPER.readTree(text(resource));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ContractTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
