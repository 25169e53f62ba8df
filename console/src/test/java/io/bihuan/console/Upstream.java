package io.bihuan.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Three services that tell what reached them: the service, the method, the path, the headers and how long the body was. What is asked
 * under {@code …/stream} is answered piece by piece, the second piece only when the test lets it go.
 */
public final class Upstream implements QuarkusTestResourceLifecycleManager {

    /* Quarkus loads this class more than once, and starts one: what the test steers is found by name. */
    private static final Map<Object, Object> SHARED = System.getProperties();

    private static final String SECOND_PIECE = "upstream.second-piece";
    private static final String LEFT = "upstream.left";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpServer> services = new HashMap<>();

    /** Lets the stream that is open tell its second piece. */
    static CountDownLatch secondPiece() {
        return (CountDownLatch) SHARED.computeIfAbsent(SECOND_PIECE, name -> new CountDownLatch(1));
    }

    /** Goes to zero when whoever listened to an endless stream has left. */
    static CountDownLatch left() {
        return (CountDownLatch) SHARED.computeIfAbsent(LEFT, name -> new CountDownLatch(1));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        for (String service : List.of("hazard-service", "notification-service", "reporting-service")) {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(threads);
                server.createContext("/", call -> answer(service, call));
                server.start();
                services.put(service, server);
                settings.put(
                        "bihuan.console." + service,
                        "http://127.0.0.1:" + server.getAddress().getPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return settings;
    }

    @Override
    public void stop() {
        services.values().forEach(service -> service.stop(0));
        threads.shutdownNow();
    }

    private static void answer(String service, HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getRawPath();
            if (path.endsWith("/stream")) {
                tellBitByBit(call);
            } else if (path.endsWith("/endless")) {
                tellForEver(call);
            } else {
                byte[] told = what(service, call).encode().getBytes();
                call.getResponseHeaders().add("Content-Type", "application/json");
                call.getResponseHeaders().add("ETag", "\"7\"");
                call.sendResponseHeaders(path.endsWith("/missing") ? 404 : 200, told.length);
                call.getResponseBody().write(told);
            }
        }
    }

    private static JsonObject what(String service, HttpExchange call) throws IOException {
        JsonObject headers = new JsonObject();
        call.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
        long length = 0;
        byte[] piece = new byte[1 << 16];
        for (int read; (read = call.getRequestBody().read(piece)) >= 0; ) {
            length += read;
        }
        return new JsonObject()
                .put("service", service)
                .put("method", call.getRequestMethod())
                .put("uri", call.getRequestURI().toString())
                .put("headers", headers)
                .put("length", length);
    }

    private static void tellBitByBit(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        call.getResponseBody().write("data: first\n\n".getBytes());
        call.getResponseBody().flush();
        try {
            secondPiece().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.getResponseBody().write("data: second\n\n".getBytes());
    }

    private static void tellForEver(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        try {
            while (true) {
                call.getResponseBody().write("data: more\n\n".getBytes());
                call.getResponseBody().flush();
            }
        } catch (IOException gone) {
            left().countDown();
        }
    }
}
