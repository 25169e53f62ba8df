package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsInboxTest {

    private static final String SECRET = "gateway-secret";
    private static final Instant NOW = Instant.parse("2026-05-09T00:30:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "【闭环】城东区某餐馆：隐患 630102-2026-000017 须于 2026年5月10日 前整改完毕。";

    private final Path home;
    private SmsInbox inbox;

    SmsInboxTest(@TempDir Path home) {
        this.home = home;
        inbox = open(home);
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void aSignedMessageIsKeptAndAcknowledged() throws Exception {
        var answer = send(id, TEXT, NOW.toString(), SECRET);

        assertThat(answer.statusCode()).isEqualTo(200);
        var kept = messages().get(0);
        assertThat(kept.get("gatewayId")).isEqualTo(JSON.readTree(answer.body()).get("gatewayId"));
        assertThat(kept.get("messageId").asText()).isEqualTo(id);
        assertThat(kept.get("to").asText()).isEqualTo("13900000000");
        assertThat(kept.get("text").asText()).isEqualTo(TEXT);
        assertThat(kept.get("receivedAt").asText()).isEqualTo(NOW.toString());
        assertThat(kept.get("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void aTimestampMayBeSecondsSince1970() throws Exception {
        assertThat(send(id, TEXT, "" + NOW.getEpochSecond(), SECRET).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRepeatedMessageIsKeptOnceAndAnsweredAlike() throws Exception {
        var first = send(id, TEXT, NOW.toString(), SECRET);
        var second = send(id, TEXT, NOW.plusSeconds(9).toString(), SECRET);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(messages()).hasSize(1);
        assertThat(messages().get(0).get("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void anIdThatWasUsedForAnotherTextIsRefused() throws Exception {
        send(id, TEXT, NOW.toString(), SECRET);
        assertThat(send(id, "另一条", NOW.toString(), SECRET).statusCode()).isEqualTo(422);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void aWrongSignatureIsRefused() throws Exception {
        assertThat(send(id, TEXT, NOW.toString(), "another secret").statusCode())
                .isEqualTo(401);
        assertThat(messages()).isEmpty();
    }

    @Test
    void aRequestThatIsTooOldOrFromTheFutureIsRefused() throws Exception {
        assertThat(send(id, TEXT, NOW.minusSeconds(301).toString(), SECRET).statusCode())
                .isEqualTo(401);
        assertThat(send(id, TEXT, NOW.plusSeconds(301).toString(), SECRET).statusCode())
                .isEqualTo(401);
        assertThat(messages()).isEmpty();
    }

    @Test
    void aBodyThatIsNoMessageIsRefused() throws Exception {
        assertThat(post(id, "{\"messageId\":", NOW.toString(), SECRET).statusCode())
                .isEqualTo(400);
        assertThat(post(id, "{\"messageId\":\"" + id + "\",\"colour\":1}", NOW.toString(), SECRET)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(id, "null", NOW.toString(), SECRET).statusCode()).isEqualTo(400);
        assertThat(post("another key", body(id, TEXT), NOW.toString(), SECRET).statusCode())
                .isEqualTo(400);
    }

    @Test
    void itFailsWhenToldTo() throws Exception {
        behave("{\"failStatus\": 503, \"failEvery\": 2, \"delay\": \"PT0S\", \"dropAnswer\": false}");

        assertThat(send(id, TEXT, NOW.toString(), SECRET).statusCode()).isEqualTo(200);
        assertThat(send(id, TEXT, NOW.toString(), SECRET).statusCode()).isEqualTo(503);

        behave("{\"failStatus\": 500}");
        var another = UUID.randomUUID().toString();
        assertThat(send(another, TEXT, NOW.toString(), SECRET).statusCode()).isEqualTo(500);
        behave("{}");
        assertThat(send(another, TEXT, NOW.toString(), SECRET).statusCode()).isEqualTo(200);
        assertThat(messages().get(1).get("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void itCanKeepAMessageAndNeverSaySo() throws Exception {
        behave("{\"dropAnswer\": true}");
        assertThatThrownBy(() -> send(id, TEXT, NOW.toString(), SECRET)).isInstanceOf(IOException.class);
        assertThat(messages()).isNotEmpty();
    }

    @Test
    void itCanBeSlow() throws Exception {
        behave("{\"delay\": \"PT0.3S\"}");
        long before = System.nanoTime();
        send(id, TEXT, NOW.toString(), SECRET);
        assertThat(System.nanoTime() - before).isGreaterThan(300_000_000L);
    }

    @Test
    void aBehaviourItDoesNotKnowIsRefused() throws Exception {
        assertThat(put("{\"mood\": \"bad\"}").statusCode()).isEqualTo(400);
        assertThat(put("{\"failStatus\": 200}").statusCode()).isEqualTo(400);
        assertThat(put("{\"delay\": \"soon\"}").statusCode()).isEqualTo(400);
        assertThat(put("null").statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(get("/behaviour")).get("delay").asText()).isEqualTo("PT0S");
    }

    @Test
    void messagesCanBeFilteredAndCleared() throws Exception {
        send(id, TEXT, NOW.toString(), SECRET);
        assertThat(JSON.readTree(get("/messages?to=13900000000")).get("items")).hasSize(1);
        assertThat(JSON.readTree(get("/messages?to=13911111111")).get("items")).isEmpty();

        var clear = HttpRequest.newBuilder(address("/messages")).DELETE().build();
        assertThat(client.send(clear, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(messages()).isEmpty();
    }

    @Test
    void peopleSeeTheMessagesAndNoMarkupOfTheirs() throws Exception {
        assertThat(get("/")).contains("短信收件箱").contains("暂无短信");
        send(id, "<b>隐患</b>", NOW.toString(), SECRET);
        assertThat(get("/")).contains("&lt;b>隐患").doesNotContain("<b>");
    }

    @Test
    void messagesSurviveARestart() throws Exception {
        send(id, TEXT, NOW.toString(), SECRET);
        send(id, TEXT, NOW.toString(), SECRET);
        var before = messages();
        inbox.close();
        inbox = open(home);
        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> SmsInbox.start(inbox.port(), SECRET, null))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("" + inbox.port());
    }

    private static SmsInbox open(Path home) {
        return SmsInbox.at(InstantSource.fixed(NOW), SECRET, home.resolve("messages.jsonl"));
    }

    private JsonNode messages() throws Exception {
        return JSON.readTree(get("/messages")).get("items");
    }

    private HttpResponse<String> send(String id, String text, String timestamp, String secret) throws Exception {
        return post(id, body(id, text), timestamp, secret);
    }

    private static String body(String id, String text) throws Exception {
        return JSON.writeValueAsString(
                Map.of("messageId", id, "to", "13900000000", "text", text, "sentAt", NOW.toString()));
    }

    private HttpResponse<String> post(String key, String body, String timestamp, String secret) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature =
                HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        return client.send(
                HttpRequest.newBuilder(URI.create(inbox.gatewayUrl()))
                        .header("Idempotency-Key", key)
                        .header("X-Timestamp", timestamp)
                        .header("X-Signature", "sha256=" + signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void behave(String behaviour) throws Exception {
        assertThat(put(behaviour).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(String behaviour) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address("/behaviour"))
                        .PUT(BodyPublishers.ofString(behaviour))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + inbox.port() + path);
    }
}
