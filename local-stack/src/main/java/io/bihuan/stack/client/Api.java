package io.bihuan.stack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One service's REST interface. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /* A large ledger is read to its end before it is accepted. */
    private static final Duration PATIENCE_WITH_FILES = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final @Nullable Supplier<String> token;

    /** @param port where a service listens on 127.0.0.1 that asks nobody who he is */
    public Api(int port) {
        this("http://127.0.0.1:" + port, null);
    }

    private Api(String address, @Nullable Supplier<String> token) {
        this.address = address;
        this.token = token;
    }

    /** @return the same service, called by whom the token names */
    public Api as(Supplier<String> caller) {
        return new Api(address, caller);
    }

    /**
     * @param status the HTTP status
     * @param location the header of that name, empty without one
     * @param body what was answered, a missing node when it was no JSON
     */
    public record Answer(int status, String location, JsonNode body) {

        /** @return the answer in one line, for a message about an unexpected one */
        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /** @return the text as it may stand in a query */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Answer get(String path) {
        return get(path, "en");
    }

    /** @param language of the texts in the answer: {@code zh-CN} or {@code en} */
    public Answer get(String path, String language) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .GET(),
                language);
    }

    /** Posts JSON under a new idempotency key. */
    public Answer post(String path, Object body) {
        return post(path, "application/json", json(body));
    }

    /** Posts a form of files, each under the name of its part, under a new idempotency key. */
    public Answer upload(String path, Map<String, Upload> parts) {
        var boundary = "bihuan-" + UUID.randomUUID();
        return post(path, "multipart/form-data; boundary=" + boundary, Upload.form(boundary, parts));
    }

    /** Puts JSON. */
    public Answer put(String path, Object body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .PUT(json(body)));
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + body, e);
        }
    }

    private Answer post(String path, String contentType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(contentType.startsWith("multipart/") ? PATIENCE_WITH_FILES : PATIENCE)
                .POST(body));
    }

    private Answer send(HttpRequest.Builder request) {
        return send(request, "en");
    }

    private Answer send(HttpRequest.Builder request, String language) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        var whole = request.header("Accept-Language", language).build();
        try {
            var response = client.send(whole, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    read(response.body()));
        } catch (IOException e) {
            throw new UnexpectedException(whole.method() + " " + whole.uri(), "an answer", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedException(whole.method() + " " + whole.uri(), "an answer", "an interruption");
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
