package io.bihuan.reporting.rest;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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

/** What the service says of itself, held to what a reader and a generated client need. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // before each test
    private JsonNode document;

    /** A call, named by its method and path. */
    private record Call(String name, JsonNode description) {

        boolean isGet() {
            return name.startsWith("get ");
        }

        boolean streams() {
            return description.at("/responses/200/content").has("text/event-stream");
        }

        Set<String> parameters(String in) {
            return stream(description.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .map(parameter -> parameter.path("name").asText())
                    .collect(toSet());
        }

        boolean isAboutAKnownThing() {
            return !parameters("path").isEmpty()
                    || parameters("query").contains("parent")
                    || parameters("query").contains("district");
        }
    }

    @BeforeEach
    void readTheDocument() throws IOException {
        document = JSON.readTree(
                given().accept("application/json").get("/q/openapi").asString());
    }

    @Test
    void everyCallSaysWhatItDoesUnderANameOfItsOwn() {
        List<String> names = calls().stream()
                .map(call -> call.description().path("operationId").asText())
                .toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+[A-Z][A-Za-z]+"));
        assertNoCallLacks(call -> Stream.of(
                lack("a summary", call.description().path("summary").asText().isBlank()),
                lack(
                        "the one tag under which it is found",
                        call.description().path("tags").size() != 1)));
    }

    @Test
    void everyCallTakesTheReadersLanguageEveryPostAKeyAndEveryOtherChangeAVersion() {
        assertNoCallLacks(call -> Stream.of(
                lack("Accept-Language", !call.parameters("header").contains("Accept-Language")),
                lack(
                        "Idempotency-Key",
                        call.name().startsWith("post ")
                                && !call.parameters("header").contains("Idempotency-Key")),
                lack(
                        "If-Match, or the problem 412",
                        call.name().matches("(put|delete) .*")
                                && !(call.parameters("header").contains("If-Match")
                                        && call.description().path("responses").has("412")))));
    }

    @Test
    void everyParameterIsExplained() {
        assertNoCallLacks(call -> stream(call.description().path("parameters"))
                .map(parameter -> lack(
                        "a description of the parameter "
                                + parameter.path("name").asText(),
                        parameter.path("description").asText().isBlank())));
    }

    @Test
    void everyAnswerHasItsContentWithAnExample() {
        assertNoCallLacks(call -> Stream.concat(
                call.description().path("responses").properties().stream()
                        .filter(answer -> answer.getKey().matches("20[0-3]"))
                        .flatMap(answer -> Stream.of(
                                lack(
                                        "the content of its answer " + answer.getKey(),
                                        answer.getValue().path("content").isEmpty()),
                                lackOfExample("its answer " + answer.getKey(), answer.getValue()))),
                Stream.of(lackOfExample("its body", call.description().path("requestBody")))));
    }

    /** The library's schema of a problem takes an instance for a whole URI, which it need not be (RFC 9457, 3.1.5). */
    @Test
    void everyExampleFitsItsSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<String> misfits = new ArrayList<>();
        for (Call call : calls()) {
            Stream.concat(
                            stream(call.description().path("responses")),
                            Stream.of(call.description().path("requestBody")))
                    .flatMap(described -> described.path("content").properties().stream())
                    .filter(content -> content.getKey().endsWith("json"))
                    .forEach(content -> content.getValue()
                            .path("examples")
                            .properties()
                            .forEach(example -> {
                                JsonNode value = example.getValue().path("value");
                                String root = JSON.createObjectNode()
                                        .<ObjectNode>set(
                                                "allOf",
                                                JSON.createArrayNode()
                                                        .add(content.getValue().path("schema")))
                                        .set("components", document.get("components"))
                                        .toString();
                                registry.getSchema(root, InputFormat.JSON)
                                        .validate(
                                                value.isTextual() ? value.asText() : value.toString(),
                                                InputFormat.JSON,
                                                context -> context.executionConfig(
                                                        config -> config.formatAssertionsEnabled(
                                                                content.getKey().equals("application/json"))))
                                        .forEach(error ->
                                                misfits.add(call.name() + ", " + example.getKey() + ": " + error));
                            }));
        }
        assertThat(misfits).isEmpty();
    }

    @Test
    void everyCallSaysWhichProblemsItAnswers() {
        assertNoCallLacks(
                call -> Stream.of(Stream.of("400", "503"), Stream.of("404").filter(status -> call.isAboutAKnownThing()))
                        .flatMap(statuses -> statuses)
                        .map(status -> lack(
                                "the problem " + status,
                                !isThere(call.description()
                                        .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                        .asText()))));
    }

    @Test
    void everyReportCanBePolledCheaply() {
        assertNoCallLacks(call -> Stream.of(
                        lack("304", !call.description().path("responses").has("304")),
                        lack("If-None-Match", !call.parameters("header").contains("If-None-Match")))
                .filter(lack -> call.isGet() && !call.streams()));
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

    private boolean isThere(String reference) {
        return reference.startsWith("#/")
                && !document.at(reference.substring(1)).isMissingNode();
    }

    /** On the media type, on the schema, or on the type that the schema names; of text and JSON, not of files. */
    private Optional<String> lackOfExample(String where, JsonNode described) {
        return described.path("content").properties().stream()
                .filter(content -> content.getKey().matches("application/json|text/.*"))
                .filter(content -> {
                    JsonNode schema = content.getValue().path("schema");
                    JsonNode named = document.at(schema.path("$ref").asText().replaceFirst("^#", ""));
                    return Stream.of(content.getValue(), schema, named)
                            .noneMatch(place -> place.has("example") || place.has("examples"));
                })
                .findFirst()
                .map(content -> "an example of " + where + " as " + content.getKey());
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> calls.add(new Call(call.getKey() + " " + path.getKey(), call.getValue()))));
        return calls;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
