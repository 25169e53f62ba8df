package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service says of itself, held to the public contract and to what a generated client needs. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class OpenApiTest {

    private static final Set<String> SAY_NOTHING =
            Set.of("get", "list", "find", "create", "add", "post", "put", "update", "delete");

    @SuppressWarnings("NullAway.Init") // before each test
    private JsonNode document;

    /** A call, named by its method and path. */
    private record Call(String name, JsonNode description) {

        boolean isPost() {
            return name.startsWith("post ");
        }

        String operationId() {
            return description.path("operationId").asText();
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
    void everyCallOfTheContractIsDescribed() {
        assertThat(calls())
                .extracting(Call::name)
                .contains(
                        "post /api/hazards",
                        "get /api/hazards",
                        "get /api/hazards/{id}",
                        "get /api/hazards/{id}/history",
                        "get /api/hazards/{id}/escalations",
                        "post /api/hazards/{id}/assignment",
                        "post /api/hazards/{id}/rectification",
                        "post /api/hazards/{id}/return",
                        "post /api/hazards/{id}/closure",
                        "post /api/hazards/{id}/regrading",
                        "post /api/hazards/{id}/transfer",
                        "post /api/hazards/{id}/supervision",
                        "post /api/hazards/{id}/merger",
                        "post /api/hazards/{id}/voiding",
                        "post /api/hazards/{id}/reopening",
                        "post /api/hazards/{id}/extension-requests",
                        "post /api/hazards/{id}/extension-requests/{n}/decision",
                        "post /api/hazards/duplicate-check",
                        "post /api/hazards/{id}/evidence",
                        "get /api/hazards/{id}/evidence",
                        "get /api/hazards/{id}/evidence/{evidenceId}",
                        "get /api/hazards/{id}/evidence/{evidenceId}/thumbnail",
                        "get /api/hazards/{id}/evidence/{evidenceId}/public",
                        "get /api/hazards/{id}/documents",
                        "get /api/hazards/{id}/notice",
                        "get /api/hazards/{id}/reinspection-opinion",
                        "get /api/hazards/{id}/supervision-notice",
                        "post /api/imports",
                        "get /api/imports/{id}",
                        "get /api/campaigns",
                        "post /api/campaigns",
                        "get /api/campaigns/{code}",
                        "put /api/campaigns/{code}",
                        "get /api/trainings",
                        "post /api/trainings",
                        "get /api/trainings/{id}",
                        "post /api/trainings/{id}/voiding",
                        "get /api/inspections",
                        "post /api/inspections",
                        "get /api/inspections/{id}",
                        "get /api/inspections/{id}/signatures/{side}",
                        "put /api/inspections/{id}/signatures/{side}",
                        "get /api/cases",
                        "post /api/cases",
                        "get /api/cases/{id}",
                        "post /api/cases/{id}/assignment",
                        "post /api/cases/{id}/milestones/{name}",
                        "post /api/cases/{id}/hazard",
                        "post /api/cases/{id}/closing",
                        "get /api/routing-rules",
                        "put /api/routing-rules",
                        "get /api/service-clocks",
                        "put /api/service-clocks",
                        "get /api/imports/{id}/errors",
                        "get /api/hazards/export",
                        "get /api/districts",
                        "post /api/districts",
                        "get /api/districts/{code}",
                        "put /api/districts/{code}",
                        "post /api/districts/{code}/moves",
                        "post /api/relay/republication",
                        "get /api/relay/republication",
                        "get /api/history/seals",
                        "post /api/history/verifications",
                        "get /api/history/verifications/{id}",
                        "get /api/units",
                        "post /api/units",
                        "get /api/units/{code}",
                        "put /api/units/{code}",
                        "get /api/sites",
                        "post /api/sites",
                        "get /api/sites/{code}",
                        "put /api/sites/{code}",
                        "get /api/sites/{code}/file",
                        "get /api/check-items",
                        "get /api/check-items/{code}",
                        "put /api/check-items/{code}",
                        "get /api/hazards/count",
                        "get /api/hazards/{id}/deadline",
                        "get /api/hazards/{id}/deadline/proposal",
                        "get /api/policies",
                        "get /api/policies/{version}",
                        "post /api/policies",
                        "post /api/policies/preview",
                        "get /api/calendars",
                        "get /api/calendars/{year}",
                        "put /api/calendars/{year}",
                        "post /api/units/import",
                        "get /api/units/export",
                        "post /api/sites/import",
                        "get /api/sites/export",
                        "post /api/check-items/import",
                        "get /api/check-items/export",
                        "post /api/districts/import",
                        "get /api/districts/export",
                        "get /api/hazards/{id}/deadline",
                        "get /api/policies",
                        "get /api/policies/{version}",
                        "post /api/policies",
                        "post /api/policies/preview",
                        "get /api/calendars",
                        "get /api/calendars/{year}",
                        "put /api/calendars/{year}");
    }

    @Test
    void everyCallSaysWhatItDoesAndTakesTheReadersLanguage() {
        assertNoCallLacks(call -> Stream.of(
                lack("a summary", call.description().path("summary").asText().isBlank()),
                lack(
                        "the one tag under which it is found",
                        call.description().path("tags").size() != 1),
                lack("Accept-Language", !call.parameters("header").contains("Accept-Language"))));
    }

    @Test
    void everyPostTakesAnIdempotencyKeyAndEveryStepAnIfMatch() {
        assertNoCallLacks(call -> Stream.of(
                lack(
                        "Idempotency-Key",
                        call.isPost() && !call.parameters("header").contains("Idempotency-Key")),
                lack(
                        "If-Match",
                        call.isPost()
                                && call.name().contains("{id}/")
                                && !call.name().endsWith("/evidence")
                                && !call.parameters("header").contains("If-Match"))));
    }

    @Test
    void everyCallHasANameOfItsOwnThatSaysWhatItDoes() {
        List<String> names = calls().stream().map(Call::operationId).toList();
        assertNoCallLacks(call -> Stream.of(
                lack(
                        "a name that says what it does (its Java method's is " + call.operationId() + ")",
                        !call.operationId().matches("[a-z][A-Za-z]+") || SAY_NOTHING.contains(call.operationId())),
                lack(
                        "a name of its own: another call's Java method is also named " + call.operationId(),
                        Collections.frequency(names, call.operationId()) > 1)));
    }

    @Test
    void everyParameterIsExplained() {
        assertNoCallLacks(call -> stream(call.description().path("parameters"))
                .map(parameter -> lack(
                        "a description of the parameter "
                                + parameter.path("name").asText(),
                        !parameter.has("description") && !parameter.has("example"))));
    }

    @Test
    void everyJsonBodyHasAnExample() {
        assertNoCallLacks(
                call -> Stream.of(lackOfExample("its body", call.description().path("requestBody"))));
    }

    @Test
    void everyJsonAnswerHasAnExample() {
        assertNoCallLacks(call -> call.description().path("responses").properties().stream()
                .filter(answer -> answer.getKey().matches("20[0-3]"))
                .flatMap(answer -> Stream.of(
                        lack(
                                "the content of its answer " + answer.getKey()
                                        + " (@APIResponseSchema on the method, @Produces on the class)",
                                answer.getValue().path("content").isEmpty()),
                        lackOfExample("its answer " + answer.getKey(), answer.getValue()))));
    }

    @Test
    void everyCallSaysWhichProblemsItAnswers() {
        assertNoCallLacks(call -> Stream.of(
                        Stream.of("400"),
                        Stream.of("404")
                                .filter(status -> !call.parameters("path").isEmpty()),
                        Stream.of("409", "412")
                                .filter(status -> call.parameters("header").contains("If-Match")),
                        Stream.of("413", "415")
                                .filter(status -> call.description().has("requestBody")),
                        Stream.of("422").filter(status -> call.isPost()))
                .flatMap(statuses -> statuses)
                .map(status -> lack(
                        "the problem " + status,
                        !call.description()
                                .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                .asText()
                                .equals("#/components/schemas/Problem"))));
    }

    @Test
    void everySchemaHasANameOfItsOwn() {
        assertThat(schemas().keySet())
                .as("a digit is given to the second type of a name: give one of them another with @Schema(name)")
                .noneMatch(name -> name.matches(".*[0-9]"));
    }

    @Test
    void everyExampleFitsItsSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<String> misfits = new ArrayList<>();
        schemas().forEach((name, schema) -> {
            ObjectNode root = new ObjectMapper().createObjectNode();
            root.put("$ref", "#/components/schemas/" + name).set("components", document.get("components"));
            var rules = registry.getSchema(root.toString(), InputFormat.JSON);
            schema.path("examples").forEach(example -> rules.validate(
                            example.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .forEach(error -> misfits.add(name + ": " + error)));
        });
        assertThat(misfits).isEmpty();
    }

    @Test
    void whatMayBeMissingIsNullableAndEverythingElseIsRequired() {
        JsonNode hazard = document.at("/components/schemas/Hazard");
        assertThat(hazard.path("required"))
                .extracting(JsonNode::asText)
                .contains("id", "status", "foundAt", "overdue")
                .doesNotContain("dueAt", "site", "unit");
        assertThat(hazard.at("/properties/site/type"))
                .extracting(JsonNode::asText)
                .containsExactly("string", "null");
        assertThat(hazard.at("/properties/unit/anyOf/1/type").asText()).isEqualTo("null");
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
        JsonNode json = described.at("/content/application~1json");
        JsonNode schema = json.path("schema");
        JsonNode named = document.at(schema.path("$ref").asText().replaceFirst("^#", ""));
        return lack(
                "an example of " + where + " (@Schema(examples) on its type)",
                !json.isMissingNode()
                        && Stream.of(json, schema, named)
                                .noneMatch(place -> place.has("example") || place.has("examples")));
    }

    private Map<String, JsonNode> schemas() {
        return document.at("/components/schemas").properties().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
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
