package io.bihuan.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bihuan.stack.SmsMessages.Message;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Plays the SMS gateway of the public contract ({@code POST /sms}), keeps every message, and shows them to people
 * ({@code GET /}) and programs ({@code GET /messages}), with those that come to the {@link Smsc} and the {@link
 * Ismg} of the same inbox.
 * Like a real gateway it can fail, be slow, or accept a message and never say so: {@code PUT /behaviour} tells it to.
 */
public final class SmsInbox implements AutoCloseable {

    static final String NAME = "sms-inbox";

    /** How far a request's timestamp may be from the gateway's clock. */
    public static final Duration FRESHNESS = Duration.ofMinutes(5);

    private static final long LARGEST_BODY = 64 * 1024;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * How the gateway behaves until told otherwise.
     *
     * @param failStatus the HTTP status of a failure, 400 to 599; null for 503, when there are failures
     * @param failEvery every how manieth request fails; 0 for none, or for all when there is a {@code failStatus}
     * @param delay how long every answer takes, ISO 8601, at most a minute
     * @param dropAnswer whether a message is kept and then the connection cut instead of an answer
     * @param smpp how the message centre behaves, which knows nothing of the rest; null for well
     */
    record Behaviour(
            @Nullable Integer failStatus,
            int failEvery,
            @Nullable String delay,
            boolean dropAnswer,
            @Nullable SmscBehaviour smpp) {

        static final Behaviour GOOD = new Behaviour(null, 0, "PT0S", false, null);

        Behaviour {
            if (failStatus != null && (failStatus < 400 || failStatus > 599)) {
                throw new IllegalArgumentException("failStatus: between 400 and 599");
            }
            if (failEvery < 0) {
                throw new IllegalArgumentException("failEvery: 0 or more");
            }
            delay = delay == null ? "PT0S" : delay;
            try {
                var length = Duration.parse(delay);
                if (length.isNegative() || length.compareTo(Duration.ofMinutes(1)) > 0) {
                    throw new IllegalArgumentException("delay: between PT0S and PT1M");
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("delay: an ISO 8601 duration such as PT2S", e);
            }
        }

        Duration pause() {
            return Duration.parse(delay == null ? "PT0S" : delay);
        }

        boolean fails(long request) {
            return failEvery > 0 ? request % failEvery == 0 : failStatus != null;
        }

        int status() {
            return failStatus == null ? 503 : failStatus;
        }
    }

    private record Outgoing(String messageId, String to, String text, String sentAt) {}

    /** A request that is refused, and why. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String why) {
            super(why);
            this.status = status;
        }
    }

    private final Vertx vertx;
    private final HttpServer server;
    private final byte[] secret;
    private final InstantSource clock;
    private final Duration freshness;
    private final SmsMessages messages;

    // Both are touched by the server's one event loop only.
    private Behaviour behaviour = Behaviour.GOOD;
    private long requests;

    private volatile @Nullable Smsc smsc;

    private SmsInbox(String secret, InstantSource clock, Duration freshness, SmsMessages messages, int port) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        this.freshness = freshness;
        this.messages = messages;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.server = listen(port);
    }

    /**
     * Starts the inbox and returns when it answers.
     *
     * @param port the port to listen on; 0 for any that is free
     * @param secret what the sender signs with
     * @param store the file that keeps the messages from one start to the next; null to keep them in memory only
     */
    public static SmsInbox start(int port, String secret, @Nullable Path store) {
        return new SmsInbox(secret, InstantSource.system(), FRESHNESS, SmsMessages.in(store), port);
    }

    /**
     * Starts an inbox that takes requests of any age, for senders whose clock a test sets.
     *
     * @param secret what the sender signs with
     */
    public static SmsInbox forAnyTime(String secret) {
        return new SmsInbox(secret, InstantSource.system(), Duration.ofDays(365 * 1000L), SmsMessages.in(null), 0);
    }

    static SmsInbox at(InstantSource clock, String secret, @Nullable Path store) {
        return new SmsInbox(secret, clock, FRESHNESS, SmsMessages.in(store), 0);
    }

    public int port() {
        return server.actualPort();
    }

    /** @return the address that a sender posts messages to */
    public String gatewayUrl() {
        return "http://127.0.0.1:" + port() + "/sms";
    }

    /**
     * Listens for SMPP too.
     *
     * @param smppPort the port to listen on; 0 for any that is free
     * @param password what {@link Smsc#SYSTEM_ID} binds with, at most eight characters
     */
    public Smsc listenForSmpp(int smppPort, String password) {
        var started = Smsc.start(smppPort, password, messages, clock);
        smsc = started;
        return started;
    }

    /**
     * Listens for CMPP too, as a carrier's gateway does; it ends with the inbox.
     *
     * @param cmppPort the port to listen on; 0 for any that is free
     * @param password what {@link Ismg#SP_ID} binds with
     */
    public Ismg listenForCmpp(int cmppPort, String password) {
        return new Ismg(vertx, cmppPort, password, messages, clock);
    }

    @Override
    public void close() {
        var listening = smsc;
        if (listening != null) {
            listening.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpServer listen(int port) {
        var router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        router.post("/sms").handler(this::receive);
        router.get("/messages").handler(this::list);
        router.delete("/messages").handler(this::clear);
        router.get("/behaviour").handler(context -> answer(context, 200, behaviour));
        router.put("/behaviour").handler(this::behave);
        router.get("/").handler(this::page);
        try {
            // A client that offers to go on in HTTP/2 would be taken at its word, and large answers break in between.
            return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                    .requestHandler(router)
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            vertx.close();
            throw new PartFailedException(NAME, "cannot listen on port " + port + ": " + e.getCause(), e);
        }
    }

    private void receive(RoutingContext context) {
        long request = ++requests;
        var now = behaviour;
        if (now.pause().isZero()) {
            receive(context, now, request);
        } else {
            vertx.setTimer(now.pause().toMillis(), timer -> receive(context, now, request));
        }
    }

    private void receive(RoutingContext context, Behaviour now, long request) {
        try {
            var outgoing = verified(context);
            messages.attempted(outgoing.messageId());
            if (now.fails(request)) {
                throw new Refused(now.status(), "told to fail");
            }
            var kept = messages.keep(
                    "http",
                    outgoing.messageId(),
                    outgoing.to(),
                    outgoing.text(),
                    outgoing.sentAt(),
                    "SMS-" + UUID.randomUUID(),
                    clock.instant());
            if (!kept.to().equals(outgoing.to()) || !kept.text().equals(outgoing.text())) {
                throw new Refused(422, "this messageId was used for another message");
            }
            if (now.dropAnswer()) {
                context.request().connection().close();
            } else {
                answer(context, 200, Map.of("gatewayId", kept.gatewayId()));
            }
        } catch (Refused e) {
            refuse(context, e);
        }
    }

    private Outgoing verified(RoutingContext context) throws Refused {
        var body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        var timestamp = header(context, "X-Timestamp");
        var signature = header(context, "X-Signature");
        if (!MessageDigest.isEqual(
                ("sha256=" + sign(timestamp, body)).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused(401, "X-Signature does not fit X-Timestamp, body and secret");
        }
        if (Duration.between(instant(timestamp), clock.instant()).abs().compareTo(freshness) > 0) {
            throw new Refused(401, "X-Timestamp is more than " + freshness.toMinutes() + " minutes off");
        }
        var outgoing = read(body, Outgoing.class);
        for (var field : new String[] {outgoing.messageId(), outgoing.to(), outgoing.text(), outgoing.sentAt()}) {
            if (field == null || field.isBlank()) {
                throw new Refused(400, "messageId, to, text and sentAt are all needed");
            }
        }
        if (!outgoing.messageId().equals(header(context, "Idempotency-Key"))) {
            throw new Refused(400, "Idempotency-Key is not the messageId");
        }
        return outgoing;
    }

    private static String header(RoutingContext context, String name) throws Refused {
        var value = context.request().getHeader(name);
        if (value == null) {
            throw new Refused(name.equals("Idempotency-Key") ? 400 : 401, name + " is missing");
        }
        return value;
    }

    private String sign(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds since 1970 or RFC 3339: the contract leaves it open and gateways use either. */
    private static Instant instant(String timestamp) throws Refused {
        try {
            return timestamp.matches("\\d{1,12}")
                    ? Instant.ofEpochSecond(Long.parseLong(timestamp))
                    : Instant.parse(timestamp);
        } catch (DateTimeException e) {
            throw new Refused(400, "X-Timestamp is neither seconds since 1970 nor RFC 3339");
        }
    }

    private void list(RoutingContext context) {
        var to = context.queryParam("to");
        answer(context, 200, Map.of("items", messages.all(to.isEmpty() ? null : to.get(0))));
    }

    private void clear(RoutingContext context) {
        messages.clear();
        context.response().setStatusCode(204).end();
    }

    private void behave(RoutingContext context) {
        try {
            var body = context.body().buffer();
            behaviour = read(body == null ? new byte[0] : body.getBytes(), Behaviour.class);
            requests = 0;
            var listening = smsc;
            if (listening != null) {
                listening.behave(Objects.requireNonNullElse(behaviour.smpp(), SmscBehaviour.GOOD));
            }
            answer(context, 200, behaviour);
        } catch (Refused e) {
            refuse(context, e);
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws Refused {
        try {
            var value = JSON.readValue(body, type);
            if (value == null) {
                throw new Refused(400, "the body is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Refused(400, e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refused(400, "the body cannot be read");
        }
    }

    private void page(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(SmsPage.of(messages.all(null)));
    }

    private static void refuse(RoutingContext context, Refused refused) {
        context.response().putHeader("Content-Type", "application/problem+json");
        answer(
                context,
                refused.status,
                Map.of(
                        "title",
                        "Refused by the gateway",
                        "status",
                        refused.status,
                        "detail",
                        "" + refused.getMessage()));
    }

    private static void answer(RoutingContext context, int status, Object body) {
        var response = context.response();
        if (response.closed()) {
            return;
        }
        if (!response.headers().contains("Content-Type")) {
            response.putHeader("Content-Type", "application/json; charset=utf-8");
        }
        try {
            response.setStatusCode(status).end(Buffer.buffer(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the messages that were accepted, oldest first */
    List<Message> messages() {
        return messages.all(null);
    }
}
