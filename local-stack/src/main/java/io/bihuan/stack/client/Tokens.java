package io.bihuan.stack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the local provider, each kept for whoever asks again. */
public final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final URI endpoint;

    /** @param issuer the provider's address */
    public Tokens(String issuer) {
        this.endpoint = URI.create(issuer + "/token");
    }

    /** @return the provider that listens on this port of this machine */
    public static Tokens from(int port) {
        return new Tokens(address(port));
    }

    /** @return the address of the provider that listens on this port of this machine */
    public static String address(int port) {
        return "http://localhost:" + port + "/bihuan";
    }

    /** @return a token of a person who can sign in there */
    public String of(String login) {
        return of(login, Map.of());
    }

    /** @return the same with other claims in place of the person's, or beside them */
    public String of(String login, Map<String, ?> claims) {
        return kept.computeIfAbsent(login + claims, asked -> issued(login, claims));
    }

    private String issued(String login, Map<String, ?> claims) {
        try {
            var form = "grant_type=password&client_id=bihuan&client_secret=none&password=none&username="
                    + Api.encoded(login) + "&claims=" + Api.encoded(JSON.writeValueAsString(claims));
            var answer = client.send(
                    HttpRequest.newBuilder(endpoint)
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            var token = answer.statusCode() == 200
                    ? JSON.readTree(answer.body()).path("access_token").asText()
                    : "";
            if (token.isEmpty()) {
                throw new UnexpectedException("POST " + endpoint, "a token", answer.statusCode() + " " + answer.body());
            }
            return token;
        } catch (JsonProcessingException e) {
            throw new UnexpectedException("POST " + endpoint, "a token", e.toString());
        } catch (IOException e) {
            throw new UnexpectedException("POST " + endpoint, "an answer", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedException("POST " + endpoint, "an answer", "an interruption");
        }
    }
}
