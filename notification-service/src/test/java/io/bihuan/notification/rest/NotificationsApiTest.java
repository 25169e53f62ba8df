package io.bihuan.notification.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.Lookup;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class NotificationsApiTest {

    private static final Instant EVE = Instant.parse("2026-05-09T08:00:00Z");
    private static final String REMINDERS = "/api/notifications/reminders";
    private static final String MESSAGES = "/api/notifications/messages";
    private static final String RECEIPTS = "/api/notifications/receipts";

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @Inject
    @ConfigProperty(name = "bihuan.sms.http.secret")
    String secret;

    @BeforeEach
    void itIsTheDayBefore() {
        time.set(EVE.toString());
        inbox.behavesWell();
    }

    @Test
    void aReminderIsListedByItsHazardAndState() {
        var hazard = reminded();

        given().queryParam("hazardId", hazard.id())
                .queryParam("state", "SENT")
                .get(REMINDERS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].hazardId", equalTo(hazard.id().toString()))
                .body("items[0].kind", equalTo("REMINDER"))
                .body("items[0].step", equalTo("DAY_BEFORE"))
                .body("items[0].level", equalTo(0))
                .body("items[0].ladderVersion", equalTo(1))
                .body("items[0].round", equalTo(1))
                .body("items[0].dueAt", equalTo("2026-05-10T16:00:00Z"))
                .body("items[0].remindAt", notNullValue())
                .body("nextCursor", nullValue());
    }

    @Test
    void aMessageIsListedByItsPhoneWithWhatBecameOfIt() {
        var hazard = reminded();

        given().queryParam("to", hazard.phone())
                .queryParam("state", "ACCEPTED")
                .get(MESSAGES)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].template", equalTo("dayBefore"))
                .body("items[0].recipient", equalTo("餐馆负责人"))
                .body("items[0].text", containsString(hazard.number()))
                .body("items[0].segments", equalTo(1))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].failure", nullValue());
    }

    @Test
    void aListIsReadPageByPageAndNothingIsShownTwice() {
        for (int i = 0; i < 3; i++) {
            reminded();
        }
        var seen = new ArrayList<String>();
        @Nullable String cursor = "";
        for (int page = 0; page < 3 && cursor != null; page++) {
            var answer = given().queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(MESSAGES)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(answer.<String>getList("items.id"));
            cursor = answer.getString("nextCursor");
        }

        assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(3, 6);
        // The ids are made in the order of time.
        assertThat(seen.stream().sorted(Comparator.reverseOrder())).isEqualTo(seen);
    }

    @Test
    void everythingThatIsWrongWithAQueryIsToldAtOnceAndByName() {
        given().queryParam("hazardId", "7")
                .queryParam("state", "LOST")
                .queryParam("limit", "501")
                .queryParam("cursor", "?")
                .queryParam("status", "PENDING")
                .get(REMINDERS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("title", equalTo("请求有误"))
                .body("detail", equalTo("请求中有 5 处错误。"))
                .body("type", equalTo("urn:bihuan:problem:400"))
                .body("instance", equalTo(REMINDERS))
                .body("violations.field", hasItems("hazardId", "state", "limit", "cursor", "status"))
                .body("violations.message", hasItems("应为 UUID", "不支持此查询参数", "应为 1 至 500 的整数"));
    }

    @Test
    void errorsAreToldInEnglishWhereThatIsAskedFor() {
        given().header("Accept-Language", "en-GB, zh;q=0.5")
                .queryParam("limit", "0")
                .queryParam("state", "QUEUED", "FAILED")
                .get(MESSAGES)
                .then()
                .statusCode(400)
                .body("title", equalTo("Bad request"))
                .body("violations.message", hasItems("must be a whole number from 1 to 500", "may be given once"));
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemToo() {
        given().get("/api/notifications/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("未找到"));
        given().header("Accept-Language", "en")
                .delete(MESSAGES)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("title", equalTo("Method not allowed"));
    }

    @Test
    void aReceiptClosesTheLoopAndTheSameAgainChangesNothing() {
        var message = messageOf(reminded());
        var receipt = "{\"messageId\": \"%s\", \"state\": \"DELIVERED\", \"deliveredAt\": \"2026-05-09T08:00:03Z\"}"
                .formatted(message.get("id"));

        for (int i = 0; i < 2; i++) {
            send(receipt)
                    .statusCode(200)
                    .body("id", equalTo(message.get("id")))
                    .body("state", equalTo("DELIVERED"))
                    .body("deliveredAt", equalTo("2026-05-09T08:00:03Z"));
        }
        send("{\"messageId\": \"%s\", \"state\": \"FAILED\"}".formatted(message.get("id")))
                .statusCode(200)
                .body("state", equalTo("DELIVERED"))
                .body("failure", nullValue());
    }

    @Test
    void aReceiptMayNameTheMessageByTheGatewaysIdAndTellAFailure() {
        var message = messageOf(reminded());

        send("{\"gatewayId\": \"%s\", \"state\": \"FAILED\", \"failure\": \"空号\"}".formatted(message.get("gatewayId")))
                .statusCode(200)
                .body("id", equalTo(message.get("id")))
                .body("state", equalTo("FAILED"))
                .body("failure", equalTo("空号"));
    }

    @Test
    void aReceiptThatComesBeforeTheGatewaysAnswerStands() {
        inbox.answersAfter(Duration.ofSeconds(2));
        var hazard = new Hazard(kafka).found(EVE).assigned("2026-05-10T16:00:00Z", EVE);
        await().untilAsserted(() -> assertThat(Lookup.messages(hazard.id())).hasSize(1));

        send("{\"messageId\": \"%s\", \"state\": \"DELIVERED\"}"
                        .formatted(Lookup.messages(hazard.id()).get(0).get("id")))
                .statusCode(200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(messageOf(hazard))
                .containsEntry("state", "DELIVERED")
                .doesNotContainEntry("gatewayId", null));
    }

    @Test
    void aReceiptOfAnUnknownMessageIsNotFound() {
        send("{\"messageId\": \"%s\", \"state\": \"DELIVERED\"}".formatted(UUID.randomUUID()))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("没有这条短信。"));
    }

    @Test
    void aReceiptThatIsNotSignedChangesNothing() {
        var message = messageOf(reminded());
        var receipt = "{\"messageId\": \"%s\", \"state\": \"DELIVERED\"}".formatted(message.get("id"));

        given().contentType("application/json")
                .body(receipt)
                .post(RECEIPTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().contentType("application/json")
                .header("X-Timestamp", EVE.toString())
                .header("X-Signature", "sha256=" + "0".repeat(64))
                .body(receipt)
                .post(RECEIPTS)
                .then()
                .statusCode(401);

        assertThat(messageOf(message.get("hazardId"))).containsEntry("state", "ACCEPTED");
    }

    @Test
    void aReceiptThatIsWrongIsRefusedByName() {
        send("{\"messageId\": \"%s\", \"state\": \"DELIVERED\", \"mood\": 1}".formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("violations.field", hasItem("mood"))
                .body("violations.message", hasItem("不支持此字段"));
        send("{\"state\": \"LOST\"}").statusCode(400).body("violations.field", hasItem("state"));
        send("{}").statusCode(400).body("violations.field", hasItems("messageId", "state"));
        send("[]").statusCode(400).body("violations.message", hasItem("应为 JSON 对象"));
        send("{\"state\"").statusCode(400).body("violations.message", hasItem("应为 JSON 对象"));
        send("").statusCode(400);
        // Taken for UTF-32, in letters that are none.
        send("\0\0\0{\1\b\0\0").statusCode(400).body("violations.message", hasItem("应为 JSON 对象"));
        send("{\"\\ud83d\": 1}").statusCode(400).body("violations", hasSize(1));
        given().contentType("text/plain").body("x").post(RECEIPTS).then().statusCode(415);
    }

    @Test
    void aReceiptWithWhatNoDatabaseKeepsIsRefusedByNameAndAReasonIsKeptWithoutIt() {
        send("{\"gatewayId\": \"a\\u0000\", \"state\": \"FAILED\"}")
                .statusCode(400)
                .body("violations.field", hasItem("gatewayId"));
        send("{\"gatewayId\": \"a\", \"state\": \"DELIVERED\", \"deliveredAt\": \"+999999999-12-31T23:59:59Z\"}")
                .statusCode(400)
                .body("violations.field", hasItem("deliveredAt"));

        var message = messageOf(reminded());
        send("{\"messageId\": \"%s\", \"state\": \"FAILED\", \"failure\": \"空号\\u0000\\ud83d\"}"
                        .formatted(message.get("id")))
                .statusCode(200)
                .body("failure", equalTo("空号??"));
    }

    @Test
    void theServiceIsHealthyAndDocumentsItself() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("notification_"));
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", not(new TreeMap<>()))
                .body("paths.'" + REMINDERS + "'.get.operationId", equalTo("listReminders"))
                .body("paths.'" + RECEIPTS + "'.post.responses.keySet()", hasItems("200", "400", "401", "404"));
    }

    private Hazard reminded() {
        var hazard = new Hazard(kafka).found(EVE).assigned("2026-05-10T16:00:00Z", EVE);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messageOf(hazard)).containsEntry("state", "ACCEPTED"));
        return hazard;
    }

    private static Map<String, Object> messageOf(Hazard hazard) {
        return messageOf(hazard.id().toString());
    }

    private static Map<String, Object> messageOf(@Nullable Object hazardId) {
        var all = Lookup.messages(UUID.fromString(String.valueOf(hazardId)));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private ValidatableResponse send(String receipt) {
        var now = time.instant().toString();
        var body = receipt.getBytes(StandardCharsets.UTF_8);
        return given().contentType("application/json")
                .header("X-Timestamp", now)
                .header("X-Signature", sign(now, body))
                .body(body)
                .post(RECEIPTS)
                .then();
    }

    private String sign(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
