package io.bihuan.hazard.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service says of itself, held to the public contract. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class OpenApiTest {

    private record Call(String name, JsonNode description) {}

    @Test
    void everyCallOfTheContractIsDescribed() throws IOException {
        assertThat(calls())
                .extracting(Call::name)
                .contains(
                        "post /api/hazards",
                        "get /api/hazards",
                        "get /api/hazards/{id}",
                        "get /api/hazards/{id}/history",
                        "post /api/hazards/{id}/assignment",
                        "post /api/hazards/{id}/rectification",
                        "post /api/hazards/{id}/return",
                        "post /api/hazards/{id}/closure",
                        "post /api/imports",
                        "get /api/imports/{id}",
                        "get /api/imports/{id}/errors",
                        "get /api/hazards/export",
                        "get /api/districts",
                        "post /api/districts",
                        "get /api/districts/{code}",
                        "put /api/districts/{code}",
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
    void everyCallSaysWhatItDoesAndTakesTheReadersLanguage() throws IOException {
        assertThat(calls()).allSatisfy(call -> {
            assertThat(call.description().path("summary").asText())
                    .as(call.name())
                    .isNotBlank();
            assertThat(headers(call)).as(call.name()).contains("Accept-Language");
        });
    }

    @Test
    void everyPostTakesAnIdempotencyKeyAndEveryStepAnIfMatch() throws IOException {
        assertThat(calls()).filteredOn(call -> call.name().startsWith("post")).allSatisfy(call -> {
            assertThat(headers(call)).as(call.name()).contains("Idempotency-Key");
            if (call.name().contains("{id}/")) {
                assertThat(headers(call)).as(call.name()).contains("If-Match");
            }
        });
    }

    @Test
    void everyBodyHasAnExample() throws IOException {
        JsonNode schemas = document().at("/components/schemas");
        assertThat(List.of(
                        "Finding",
                        "Assignment",
                        "Rectification",
                        "Return",
                        "Closure",
                        "UnitEntry",
                        "SiteEntry",
                        "DistrictEntry",
                        "CheckItemEntry",
                        "Policy",
                        "Calendar"))
                .allSatisfy(
                        body -> assertThat(schemas.path(body).path("examples").isEmpty())
                                .as(body)
                                .isFalse());
    }

    private static List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        document().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> calls.add(new Call(call.getKey() + " " + path.getKey(), call.getValue()))));
        return calls;
    }

    private static List<String> headers(Call call) {
        List<String> names = new ArrayList<>();
        call.description().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("header")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asString());
    }
}
