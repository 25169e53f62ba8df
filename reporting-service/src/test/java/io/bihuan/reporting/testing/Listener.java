package io.bihuan.reporting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.testing.Callers;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** Listens to a district over HTTP, reading the stream as the standard of server-sent events has it. */
public final class Listener implements Flow.Subscriber<String>, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An event that was told. */
    public record Told(String name, String id, JsonNode data) {

        public long total(String measure) {
            return data.required("total").required(measure).asLong();
        }
    }

    private final CompletableFuture<HttpHeaders> headers = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final List<Long> arrivals = new CopyOnWriteArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private volatile boolean ended;

    private Listener() {}

    /** Who has the figures of a revision; null for none. */
    public static Listener to(String district, @Nullable String known) {
        return to(district, known, Callers.token("admin"));
    }

    /** The same of who has a token of his own. */
    public static Listener to(String district, @Nullable String known, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("%s:%d/api/reports/stream?district=%s"
                        .formatted(RestAssured.baseURI, RestAssured.port, district)))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (known != null) {
            request.header("Last-Event-ID", known);
        }
        Listener listener = new Listener();
        HttpResponse.BodyHandler<Void> reading = answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            listener.headers.complete(answer.headers());
            return BodySubscribers.fromLineSubscriber(listener);
        };
        CLIENT.sendAsync(request.build(), reading).whenComplete((done, failure) -> {
            if (failure != null) {
                listener.headers.completeExceptionally(failure);
            }
        });
        return listener;
    }

    public @Nullable String header(String name) {
        return headers.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .firstValue(name)
                .orElse(null);
    }

    /** Waits until the latest event says that a measure of the total is so much. */
    public Told await(String measure, long value) {
        soon().untilAsserted(
                        () -> assertThat(told).isNotEmpty().last().satisfies(last -> assertThat(last.total(measure))
                                .isEqualTo(value)));
        return told.get(told.size() - 1);
    }

    /** Waits until the stream has given a sign of life. */
    public void awaitSignOfLife() {
        soon().untilAsserted(() -> assertThat(comments).isNotEmpty());
    }

    /** Without a delay where it is true already: there are a thousand to ask. */
    private static ConditionFactory soon() {
        return Awaitility.await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    /** Waits until the service has ended the stream. */
    public void awaitEnd() {
        soon().until(() -> ended);
    }

    public List<Told> told() {
        return new ArrayList<>(told);
    }

    /** When each event came, by {@link System#nanoTime}. */
    public List<Long> arrivals() {
        return arrivals;
    }

    @Override
    public void onSubscribe(Flow.Subscription lines) {
        subscription.complete(lines);
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.isEmpty()) {
            String data = fields.get("data");
            if (data != null) {
                arrivals.add(System.nanoTime());
                told.add(new Told(
                        Objects.requireNonNull(fields.get("event")),
                        Objects.requireNonNull(fields.get("id")),
                        json(data)));
            }
            fields.clear();
        } else if (line.startsWith(":")) {
            comments.add(line);
        } else {
            String[] field = line.split(": ?", 2);
            fields.merge(field[0], field[1], (one, other) -> one + "\n" + other);
        }
    }

    private static JsonNode json(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        headers.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended = true;
    }

    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
