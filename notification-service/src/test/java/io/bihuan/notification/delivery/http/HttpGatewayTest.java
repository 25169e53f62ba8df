package io.bihuan.notification.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bihuan.notification.delivery.Handover;
import io.bihuan.notification.delivery.Parcel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HttpGatewayTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String SECRET = "a secret of this test";
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-05-09T00:30:00Z"));
    private static final Parcel PARCEL = new Parcel(
            UUID.fromString("0199f3a0-5b7c-7d11-9a3e-0000000000a1"),
            "13900000000",
            "【闭环】城东区某餐馆：隐患 630102-2026-000017 须于 2026年5月10日 前整改完毕。",
            1,
            false,
            Instant.parse("2026-05-10T00:30:00Z"),
            Instant.parse("2026-05-09T00:30:00Z"));

    private record Request(HttpExchange exchange, byte[] body) {}

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void whatLeavesIsWhatTheContractSays() throws Exception {
        var request = acceptedRequest();

        var body = new String(request.body(), StandardCharsets.UTF_8);
        try (var schema = getClass().getResourceAsStream("/contracts/sms-gateway/message.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(
                                    body,
                                    InputFormat.JSON,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .isEmpty();
        }
        assertThat(body).contains(PARCEL.text(), "\"sentAt\":\"2026-05-09T00:30:00Z\"");
    }

    @Test
    void whatLeavesIsSignedOverItsVeryBytes() throws Exception {
        var request = acceptedRequest();

        var headers = request.exchange().getRequestHeaders();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((headers.getFirst("X-Timestamp") + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(headers.getFirst("X-Signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(request.body())));
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo(PARCEL.id().toString());
    }

    @Test
    void anAnswerWithAGatewayIdIsAcceptance() throws Exception {
        assertThat(handOver(200, "{\"gatewayId\": \"G-1\", \"queue\": 3}"))
                .isEqualTo(new Handover.Accepted(List.of("G-1")));
        assertThat(handOver(202, "{\"gatewayId\": \"G-1\"}")).isInstanceOf(Handover.Accepted.class);
    }

    @Test
    void anAnswerThatDoesNotSayWhatBecameOfItLeavesItUnclear() throws Exception {
        assertThat(handOver(200, "{}")).isInstanceOf(Handover.Unclear.class);
        assertThat(handOver(200, "OK")).isInstanceOf(Handover.Unclear.class);
        assertThat(handOver(200, "null"))
                .isEqualTo(new Handover.Unclear("the gateway answered 200 without a gatewayId"));
        assertThat(handOver(200, "{\"gatewayId\": \"no database keeps a \\u0000\"}"))
                .isInstanceOf(Handover.Unclear.class);
        assertThat(handOver(502, "")).isInstanceOf(Handover.Unclear.class);
        assertThat(handOver(504, "")).isInstanceOf(Handover.Unclear.class);
    }

    @Test
    void aRefusalIsFinalUnlessTheGatewayIsOnlyBusy() throws Exception {
        assertThat(handOver(400, "")).isEqualTo(new Handover.Refused("the gateway answered 400"));
        assertThat(handOver(422, "")).isInstanceOf(Handover.Refused.class);
        assertThat(handOver(302, "")).isInstanceOf(Handover.Refused.class);
        assertThat(handOver(408, "")).isInstanceOf(Handover.NotTaken.class);
        assertThat(handOver(429, "")).isInstanceOf(Handover.NotTaken.class);
        assertThat(handOver(500, "")).isInstanceOf(Handover.NotTaken.class);
        assertThat(handOver(503, "")).isInstanceOf(Handover.NotTaken.class);
    }

    @Test
    void whereNobodyListensNothingWasTaken() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        assertThat(handOver(URI.create("http://127.0.0.1:" + nobody + "/sms"))).isInstanceOf(Handover.NotTaken.class);
    }

    @Test
    void aCutConnectionLeavesItUnclear() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var cutter = new Thread(() -> {
                try (var connection = server.accept()) {
                    connection.getInputStream().read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            cutter.start();

            assertThat(handOver(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/sms")))
                    .isInstanceOf(Handover.Unclear.class);
            cutter.join();
        }
    }

    @Test
    void whatIsNoHttpLeavesItUnclearInWordsThatADatabaseKeeps() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var babbler = new Thread(() -> {
                try (var connection = server.accept()) {
                    connection.getInputStream().read();
                    connection.getOutputStream().write("HTTP/1.1 2\0 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    // To the end, or the answer might be lost with the connection.
                    connection.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            babbler.start();

            assertThat(handOver(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/sms")))
                    .isInstanceOfSatisfying(Handover.Unclear.class, unclear -> assertThat(unclear.reason())
                            .contains("2?")
                            .doesNotContain("\0"));
            babbler.join();
        }
    }

    @Test
    void aReceiptIsVouchedForOnlyByTheSecretAndOnlyWhileFresh() {
        var signature = new Signature(SECRET, TIME);
        var body = "{\"state\":\"DELIVERED\"}".getBytes(StandardCharsets.UTF_8);
        var other = "{\"state\":\"FAILED\"}".getBytes(StandardCharsets.UTF_8);
        var now = "2026-05-09T00:30:00Z";
        var seconds = "" + Instant.parse(now).getEpochSecond();

        assertThat(signature.vouchesFor(body, now, signature.of(now, body))).isTrue();
        assertThat(signature.vouchesFor(body, seconds, signature.of(seconds, body)))
                .isTrue();
        assertThat(signature.vouchesFor(other, now, signature.of(now, body))).isFalse();
        assertThat(signature.vouchesFor(body, now, new Signature("another", TIME).of(now, body)))
                .isFalse();
        for (var stale : new String[] {"2026-05-09T00:24:59Z", "2026-05-09T00:35:01Z", "yesterday", ""}) {
            assertThat(signature.vouchesFor(body, stale, signature.of(stale, body)))
                    .isFalse();
        }
        assertThat(signature.vouchesFor(body, null, signature.of(now, body))).isFalse();
        assertThat(signature.vouchesFor(body, now, null)).isFalse();
    }

    private static Request acceptedRequest() throws Exception {
        var request = new AtomicReference<@Nullable Request>();
        handOver(200, "{\"gatewayId\": \"G-1\"}", request);
        return Objects.requireNonNull(request.get());
    }

    private static Handover handOver(int status, String answer) throws Exception {
        return handOver(status, answer, new AtomicReference<>());
    }

    private static Handover handOver(int status, String answer, AtomicReference<@Nullable Request> request)
            throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", exchange -> {
            request.set(new Request(exchange, exchange.getRequestBody().readAllBytes()));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return handOver(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms"));
        } finally {
            server.stop(0);
        }
    }

    private static Handover handOver(URI address) throws Exception {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        var gateway = new HttpGateway(VERTX, json, new Signature(SECRET, TIME), TIME, address);
        try {
            return gateway.handOver(PARCEL).toCompletableFuture().get(30, TimeUnit.SECONDS);
        } finally {
            gateway.close();
        }
    }
}
