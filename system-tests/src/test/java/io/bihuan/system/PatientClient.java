package io.bihuan.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.client.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A client as the contract wants it: a service that is away, or that dies over a call, is called again under the same
 * idempotency key until it answers.
 */
final class PatientClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Supplier<String> token;

    PatientClient(int port, Supplier<String> token) {
        this.port = port;
        this.token = token;
    }

    /** @return the answer's body; a refusal is a mistake of the test */
    JsonNode post(String path, Object body) throws JsonProcessingException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.get())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        var answer = Waiting.until(PATIENCE, "POST " + path, "an answer", () -> once(request), Optional::isPresent);
        return JSON.readTree(answer.orElseThrow());
    }

    private Optional<String> once(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                return Optional.empty();
            }
            if (response.statusCode() >= 400) {
                throw new AssertionError(request + " was refused: " + response.statusCode() + " " + response.body());
            }
            return Optional.of(response.body());
        } catch (IOException e) {
            return Optional.empty(); // nobody there, or gone in the middle of it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
