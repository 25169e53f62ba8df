package io.bihuan.notification.rest;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bihuan.notification.fixtures.OnRealParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service says of itself, held to the public contract and to what a reader and a generated client need. */
@OnRealParts
class OpenApiTest {

    @SuppressWarnings("NullAway.Init") // before each test
    private JsonNode document;

    /** A call, named by its method and path. */
    private record Call(String name, JsonNode description) {

        boolean isKeptOnce() {
            return name.startsWith("post ") && !name.endsWith("/receipts");
        }

        Set<String> parameters(String in) {
            return stream(description.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(toSet());
        }
    }

    @BeforeEach
    void readTheDocument() throws IOException {
        document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
    }

    @Test
    void everyCallSaysWhatItDoesUnderANameOfItsOwn() {
        var names = calls().stream()
                .map(call -> call.description().path("operationId").asText())
                .toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        assertNoCallLacks(call -> Stream.of(
                lack("a summary", call.description().path("summary").asText().isBlank()),
                lack(
                        "the one tag under which it is found",
                        call.description().path("tags").size() != 1)));
    }

    @Test
    void everyCallTakesTheReadersLanguageEveryPostAKeyAndEveryPutAVersion() {
        assertNoCallLacks(call -> Stream.of(
                lack("Accept-Language", !call.parameters("header").contains("Accept-Language")),
                lack(
                        "Idempotency-Key",
                        call.isKeptOnce() && !call.parameters("header").contains("Idempotency-Key")),
                lack(
                        "If-Match",
                        call.name().startsWith("put ")
                                && !call.parameters("header").contains("If-Match"))));
    }

    @Test
    void everyParameterIsExplained() {
        assertNoCallLacks(call -> stream(call.description().path("parameters"))
                .filter(parameter -> !parameter.path("in").asText().equals("path"))
                .map(parameter -> lack(
                        "a description of the parameter "
                                + parameter.path("name").asText(),
                        !parameter.has("description"))));
    }

    @Test
    void everyJsonBodyHasAnExample() {
        assertNoCallLacks(
                call -> Stream.of(lackOfExample("its body", call.description().path("requestBody"))));
    }

    @Test
    void everyCallSaysWhichProblemsItAnswers() {
        assertNoCallLacks(call -> Stream.of(
                        Stream.of("400", "503"),
                        Stream.of("404")
                                .filter(status -> !call.parameters("path").isEmpty()),
                        Stream.of("412")
                                .filter(status -> call.parameters("header").contains("If-Match")),
                        Stream.of("413", "415")
                                .filter(status -> call.description().has("requestBody")),
                        Stream.of("422").filter(status -> call.isKeptOnce()))
                .flatMap(statuses -> statuses)
                .map(status -> lack(
                        "the problem " + status,
                        !call.description()
                                .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                .asText()
                                .equals("#/components/schemas/Problem"))));
    }

    @Test
    void everyExampleFitsItsSchema() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var misfits = new ArrayList<String>();
        document.at("/components/schemas").properties().forEach(schema -> {
            ObjectNode root = new ObjectMapper().createObjectNode();
            root.put("$ref", "#/components/schemas/" + schema.getKey()).set("components", document.get("components"));
            var rules = registry.getSchema(root.toString(), InputFormat.JSON);
            schema.getValue().path("examples").forEach(example -> rules.validate(
                            example.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(error -> misfits.add(schema.getKey() + ": " + error)));
        });
        assertThat(misfits).isEmpty();
    }

    private void assertNoCallLacks(Function<Call, Stream<Optional<String>>> check) {
        assertThat(calls().stream().flatMap(call -> check.apply(call)
                        .flatMap(Optional::stream)
                        .map(lack -> call.name() + " lacks " + lack)))
                .isEmpty();
    }

    private static Optional<String> lack(String what, boolean missing) {
        return missing ? Optional.of(what) : Optional.empty();
    }

    /** On the media type, on the schema, or on the type that the schema names. */
    private Optional<String> lackOfExample(String where, JsonNode described) {
        var json = described.at("/content/application~1json");
        var schema = json.path("schema");
        var named = document.at(schema.path("$ref").asText().replaceFirst("^#", ""));
        return lack(
                "an example of " + where + " (@Schema(examples) on its type)",
                !json.isMissingNode()
                        && Stream.of(json, schema, named)
                                .noneMatch(place -> place.has("example") || place.has("examples")));
    }

    private List<Call> calls() {
        var calls = new ArrayList<Call>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> calls.add(new Call(call.getKey() + " " + path.getKey(), call.getValue()))));
        return calls;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
