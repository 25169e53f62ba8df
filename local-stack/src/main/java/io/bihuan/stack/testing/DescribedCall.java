package io.bihuan.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.access.Matrix;
import io.bihuan.access.Reach;
import io.bihuan.access.Role;
import io.bihuan.stack.client.Api;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A call as a service's OpenAPI document describes it, made with the examples that stand there.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /api/hazards/{id}/closure}
 */
public record DescribedCall(String method, String path, JsonNode operation, JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String JSON_TYPE = "application/json";
    static final String BOUNDARY = "described-call";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @return the calls of the service under test, but for what is not its API */
    public static List<DescribedCall> all() {
        var document = described();
        var calls = new ArrayList<DescribedCall>();
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/")) {
                path.getValue()
                        .properties()
                        .forEach(call -> calls.add(new DescribedCall(
                                call.getKey().toUpperCase(Locale.ROOT), path.getKey(), call.getValue(), document)));
            }
        });
        return calls;
    }

    /** @return those of them that name a thing, and that a supervisor makes of the things in his districts */
    public static List<DescribedCall> ofThingsInDistricts() {
        return ofThingsOf(Role.SUPERVISOR);
    }

    /** @return those of them that name a thing, and that somebody makes of the things in his districts or of his unit only */
    public static List<DescribedCall> ofThingsOf(Role role) {
        var matrix = new Matrix();
        return all().stream()
                .filter(call -> call.path().contains("{"))
                .filter(call -> matrix.of(call.method(), call.path())
                        .map(rule -> rule.roles().get(role))
                        .filter(reach -> reach != Reach.EVERYWHERE)
                        .isPresent())
                .toList();
    }

    private static JsonNode described() {
        try {
            return JSON.readTree(RestAssured.given()
                    .noFilters()
                    .get("/q/openapi?format=json")
                    .asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** @return whether it takes a query parameter */
    public boolean takes(String parameter) {
        return parameters().stream()
                .anyMatch(each -> each.path("in").asText().equals("query")
                        && each.path("name").asText().equals(parameter));
    }

    /** @return the status of the answer to the call with its examples */
    public int status(@Nullable String token) {
        return send(token, address(), Map.of(), example());
    }

    /** @return the same of the call of one thing */
    public int statusOf(String thing, String token) {
        return send(token, address(PARAMETER.matcher(path).replaceFirst(thing)), Map.of(), example());
    }

    /** @return the same of the call that says by header and body that an administrator makes it */
    public int statusClaimingARole(@Nullable String token) {
        var body = example();
        if (body instanceof ObjectNode fields) {
            fields.putArray("roles").add("ADMIN");
        }
        return send(token, address(), Map.of("Roles", "ADMIN", "X-Roles", "ADMIN", "X-Forwarded-User", "admin"), body);
    }

    /** @return the same of the call with a field that no call knows, wherever it takes one, and conditions that never hold */
    public int statusWithoutEffect(String token) {
        var body = example();
        if (body instanceof ObjectNode fields) {
            fields.put("withoutEffect", true);
        }
        return send(token, address(), Map.of("Idempotency-Key", "k".repeat(300), "If-Match", "\"999999999\""), body);
    }

    private int send(@Nullable String token, String address, Map<String, String> headers, @Nullable JsonNode body) {
        var request = HttpRequest.newBuilder(
                        URI.create("%s:%d%s".formatted(RestAssured.baseURI, RestAssured.port, address)))
                .timeout(PATIENCE)
                .header("Accept", "*/*")
                .method(method, publisher(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (bodyType() != null) {
            request.header("Content-Type", bodyType());
        }
        try {
            // As a stream, of which some never end.
            var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(this + " has no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        return address(path);
    }

    private String address(String partlyFilled) {
        var address = PARAMETER.matcher(partlyFilled).replaceAll(match -> parameters().stream()
                .filter(each -> each.path("in").asText().equals("path")
                        && each.path("name").asText().equals(match.group(1)))
                .findFirst()
                .map(this::value)
                .orElse("x"));
        var query = query();
        return query.isEmpty() ? address : address + "?" + query;
    }

    /** @return the parameters that the query must have, with values that it may have */
    public String query() {
        return parameters().stream()
                .filter(each -> each.path("in").asText().equals("query")
                        && each.path("required").asBoolean())
                .map(each -> each.path("name").asText() + "=" + value(each))
                .collect(Collectors.joining("&"));
    }

    List<JsonNode> parameters() {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(this::resolved)
                .toList();
    }

    /** An example, or some value of the type. */
    String value(JsonNode parameter) {
        var schema = resolved(parameter.path("schema"));
        var example = firstOf(
                parameter.path("example"),
                schema.path("example"),
                schema.path("examples").path(0),
                schema.path("enum").path(0));
        if (schema.path("format").asText().equals("uuid")) {
            return UUID.randomUUID().toString();
        }
        return example == null
                ? schema.path("type").asText().equals("integer") ? "1" : "x"
                : Api.encoded(example.asText());
    }

    private BodyPublisher publisher(@Nullable JsonNode body) {
        if (isMultipart()) {
            return BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na\r\n--%s--\r\n"
                            .formatted(BOUNDARY, BOUNDARY));
        }
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    }

    @Nullable
    String bodyType() {
        if (isMultipart()) {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }
        var types = content().fieldNames();
        return content().has(JSON_TYPE) ? JSON_TYPE : types.hasNext() ? types.next() : null;
    }

    /** Whether its body is a file as it is, such as a picture. */
    boolean isFile() {
        return bodyType() != null && !isMultipart() && !content().has(JSON_TYPE);
    }

    boolean isMultipart() {
        return content().has("multipart/form-data");
    }

    private JsonNode content() {
        return resolved(operation.path("requestBody")).path("content");
    }

    @Nullable
    JsonNode example() {
        var json = content().path(JSON_TYPE);
        if (json.isMissingNode()) {
            return null;
        }
        var schema = resolved(json.path("schema"));
        var named = json.path("examples").elements();
        var example = firstOf(
                json.path("example"),
                named.hasNext() ? named.next().path("value") : json.path("none"),
                schema.path("example"),
                schema.path("examples").path(0));
        if (example == null) {
            return JSON.createObjectNode();
        }
        try {
            return example.isTextual() ? JSON.readTree(example.asText()) : example.deepCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable JsonNode firstOf(JsonNode... nodes) {
        for (var node : nodes) {
            if (!node.isMissingNode() && !node.isNull()) {
                return node;
            }
        }
        return null;
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(document.at(reference.substring(1)));
    }
}
