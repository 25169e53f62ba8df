package io.bihuan.notification.delivery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.delivery.Courier;
import io.bihuan.notification.delivery.Gateway;
import io.bihuan.notification.delivery.Handover;
import io.bihuan.notification.delivery.Parcel;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * SMS over HTTP: {@code POST {messageId, to, text, sentAt}}, signed; 2xx with {@code {gatewayId}} means accepted
 * ({@code contracts/sms-gateway}).
 */
@ApplicationScoped
@Identifier("http")
class HttpGateway implements Gateway {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    /** What leaves; {@code contracts/sms-gateway/message.schema.json}. */
    record Sms(UUID messageId, String to, String text, Instant sentAt) {}

    private final HttpClient http;
    private final ObjectMapper json;
    private final Verdict verdict;
    private final Signature signature;
    private final InstantSource time;
    private final RequestOptions address;

    HttpGateway(
            Vertx vertx,
            ObjectMapper json,
            Signature signature,
            InstantSource time,
            @ConfigProperty(name = "bihuan.sms.http.url") URI url) {
        this.json = json;
        this.verdict = new Verdict(json);
        this.signature = signature;
        this.time = time;
        this.address = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setConnectTimeout(CONNECT.toMillis())
                .setIdleTimeout(ANSWER.toMillis())
                .putHeader("Content-Type", "application/json; charset=utf-8");
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAliveTimeout((int) Duration.ofSeconds(20).toSeconds()),
                new PoolOptions().setHttp1MaxSize(Courier.HANDS));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    @Override
    public boolean knowsMessages() {
        return true;
    }

    @Override
    public CompletionStage<Handover> handOver(Parcel parcel) {
        var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        var body = write(new Sms(parcel.id(), parcel.phone(), parcel.text(), now));
        var timestamp = now.toString();
        var options = new RequestOptions(address)
                .putHeader("Idempotency-Key", parcel.id().toString())
                .putHeader(Signature.TIMESTAMP, timestamp)
                .putHeader(Signature.SIGNATURE, signature.of(timestamp, body));
        return http.request(options)
                .transform(opened -> opened.succeeded()
                        ? send(opened.result(), body)
                        : Future.<Handover>succeededFuture(
                                new Handover.NotTaken("no connection to the gateway: " + reason(opened.cause()))))
                .toCompletionStage();
    }

    /** From here on the gateway may have read the message, so whatever goes wrong leaves that open. */
    private Future<Handover> send(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body))
                .compose(
                        response -> response.body().map(answer -> verdict.of(response.statusCode(), answer.getBytes())))
                .otherwise(failure -> new Handover.Unclear("no answer from the gateway: " + reason(failure)));
    }

    private byte[] write(Sms sms) {
        try {
            return json.writeValueAsBytes(sms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of text and instants is always JSON", e);
        }
    }

    /** For people. What can't be read as HTTP is told with the gateway's own bytes, which a database need not keep. */
    private static String reason(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage().replaceAll("[\\p{Cc}\\p{Cs}]", "?");
    }
}
