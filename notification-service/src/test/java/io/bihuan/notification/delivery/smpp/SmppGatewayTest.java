package io.bihuan.notification.delivery.smpp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.delivery.Handover;
import io.bihuan.notification.delivery.Parcel;
import io.bihuan.notification.delivery.Receipt;
import io.bihuan.stack.SmsInbox;
import io.bihuan.stack.Smsc;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The room against the local message centre. */
class SmppGatewayTest {

    private static final String PHONE = "13900000000";
    private static final String PASSWORD = "for-test";
    private static final String ONE_PART = "【闭环】城东区某餐馆：隐患 630102-2026-000017 须于 2026年5月10日 前整改完毕。";
    private static final String THREE_PARTS = "【闭环】" + "城东区某餐馆燃气软管老化，请立即整改。".repeat(9);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-05-09T00:30:00Z");

    private final SmsInbox inbox = SmsInbox.forAnyTime("a secret of this test");
    private final Smsc smsc = inbox.listenForSmpp(0, PASSWORD);
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final List<SmppGateway> gateways = new ArrayList<>();

    @AfterEach
    void close() {
        gateways.forEach(SmppGateway::close);
        inbox.close();
    }

    @Test
    void aChineseTextOfOnePartArrivesWhole() {
        var ids = accepted(handOver(gateway(), ONE_PART));

        assertThat(ids).hasSize(1);
        assertThat(messages()).singleElement().satisfies(message -> assertThat(message)
                .containsEntry("to", PHONE)
                .containsEntry("text", ONE_PART)
                .containsEntry("via", "smpp")
                .containsEntry("gatewayId", ids.get(0)));
    }

    @Test
    void aChineseTextOfThreePartsArrivesWholeAndOnce() {
        var ids = accepted(handOver(gateway(), THREE_PARTS));

        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(texts()).containsExactly(THREE_PARTS);
        patiently()
                .untilAsserted(() ->
                        assertThat(receipts).extracting(Receipt::gatewayId).containsExactlyInAnyOrderElementsOf(ids));
        assertThat(receipts).allSatisfy(receipt -> assertThat(receipt)
                .isEqualTo(new Receipt("smpp", null, receipt.gatewayId(), true, NOW, null)));
    }

    @Test
    void plainTextTravelsInSevenBitsWithItsBracketsAndTheEuro() {
        var text =
                "[Bihuan] Hazard 630102-2026-000017 is due on 10 May 2026; a fine of 5000 € {max} follows ^~\\|. Ärger, ñ, Ω. "
                        .repeat(2);

        assertThat(accepted(handOver(gateway(), text))).hasSize(2);
        assertThat(texts()).containsExactly(text);
    }

    @Test
    void emojiAreNotCutInTwo() {
        var text = "险" + "🔥".repeat(100);

        assertThat(accepted(handOver(gateway(), text))).hasSize(4);
        assertThat(texts()).containsExactly(text);
    }

    @Test
    void aNumberAbroadKeepsItsPlus() {
        accepted(handOver(gateway(), parcel("+85251234567", ONE_PART)));

        assertThat(messages()).extracting(message -> message.get("to")).containsExactly("+85251234567");
    }

    @Test
    void manyMessagesGoSideBySideAndEachArrivesOnce() {
        var gateway = gateway();
        var texts =
                IntStream.range(0, 300).mapToObj(number -> THREE_PARTS + number).toList();

        texts.stream().map(text -> handOver(gateway, text)).toList().forEach(SmppGatewayTest::accepted);

        assertThat(texts()).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void aSessionDroppedMidMessageLeavesItUnclearAndComesBackByItself() {
        var gateway = gateway();
        behaves("{\"dropAt\": 2}");

        var unclear = (Handover.Unclear) result(handOver(gateway, THREE_PARTS));

        assertThat(unclear.reason()).isEqualTo("the session ended before the answer");
        assertThat(unclear.gatewayIds()).hasSize(1);
        assertThat(messages()).isEmpty();
        awaitBound();
        accepted(handOver(gateway, ONE_PART));
        assertThat(texts()).containsExactly(ONE_PART);
        // That of the part whose answer never came, too: its id was never said before.
        patiently().untilAsserted(() -> assertThat(receipts).hasSize(3));
        assertThat(receipts).extracting(Receipt::gatewayId).containsAll(unclear.gatewayIds());
    }

    @Test
    void whatWaitedForADroppedSessionWasNotTaken() {
        var gateway = gateway(settings(1), SILENCE, ANSWER);
        behaves("{\"dropAt\": 1}");

        var outcomes = IntStream.range(0, 5).mapToObj(number -> handOver(gateway, ONE_PART)).toList().stream()
                .map(SmppGatewayTest::result)
                .toList();

        assertThat(outcomes.get(0)).isInstanceOf(Handover.Unclear.class);
        assertThat(outcomes.subList(1, 5))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Handover.NotTaken.class));
    }

    @Test
    void aReceiptMayComeBeforeTheAnswer() throws Exception {
        var answered = new CountDownLatch(1);
        var early = new CompletableFuture<Boolean>();
        var gateway = gateway(taken -> {
            early.complete(answered.getCount() > 0);
            receipts.addAll(taken);
        });
        behaves("{\"receipts\": \"BEFORE\"}");

        var ids = accepted(handOver(gateway, ONE_PART).whenComplete((outcome, failure) -> answered.countDown()));

        assertThat(early.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(receipts).extracting(Receipt::gatewayId).containsExactlyElementsOf(ids);
    }

    @Test
    void aReceiptForAnUnknownIdAndOneThatComesTwiceAreHandedOnAsTheyCome() {
        var gateway = gateway();
        behaves("{\"receipts\": \"STRANGE\"}");
        var first = accepted(handOver(gateway, ONE_PART)).get(0);
        patiently().untilAsserted(() -> assertThat(receipts).hasSize(2));
        assertThat(receipts)
                .extracting(Receipt::gatewayId)
                .containsExactlyInAnyOrder(first, "0000" + first.substring(4));

        receipts.clear();
        behaves("{\"receipts\": \"TWICE\"}");
        var second = accepted(handOver(gateway, ONE_PART)).get(0);
        patiently().untilAsserted(() -> assertThat(receipts).hasSize(2));
        assertThat(receipts).extracting(Receipt::gatewayId).containsExactly(second, second);
    }

    @Test
    void aFailureComesWithItsReason() {
        var gateway = gateway();
        behaves("{\"finalState\": \"UNDELIV\", \"error\": \"027\"}");

        var id = accepted(handOver(gateway, ONE_PART)).get(0);

        patiently().untilAsserted(() -> assertThat(receipts)
                .containsExactly(new Receipt("smpp", null, id, false, NOW, "UNDELIV, error 027")));
    }

    @Test
    void aReceiptThatCannotBeKeptComesAgain() {
        var attempts = new AtomicInteger();
        var gateway = gateway(taken -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("the database is away");
            }
            receipts.addAll(taken);
        });

        var ids = accepted(handOver(gateway, ONE_PART));

        patiently()
                .untilAsserted(() ->
                        assertThat(receipts).extracting(Receipt::gatewayId).containsExactlyElementsOf(ids));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aReceiptThatCanNeverBeKeptHoldsUpNoOther() {
        var poison = new CompletableFuture<@Nullable String>();
        var gateway = gateway(taken -> {
            if (taken.stream()
                    .anyMatch(receipt ->
                            receipt.gatewayId() != null && receipt.gatewayId().equals(poison.getNow(null)))) {
                throw new IllegalStateException("not this one");
            }
            receipts.addAll(taken);
        });
        behaves("{\"receipts\": \"NEVER\"}");
        poison.complete(accepted(handOver(gateway, ONE_PART)).get(0));
        behaves("{\"receipts\": \"TWICE\"}");

        var ids = IntStream.range(0, 20).mapToObj(number -> handOver(gateway, ONE_PART)).toList().stream()
                .map(outcome -> accepted(outcome).get(0))
                .toList();

        patiently().untilAsserted(() -> assertThat(receipts)
                .extracting(Receipt::gatewayId)
                .containsAll(ids)
                .hasSize(40));
    }

    @Test
    void aDatabaseThatHangsHoldsUpReceiptsAndNotTheAnswersToMessages() {
        var back = new CountDownLatch(1);
        var gateway = gateway(taken -> {
            try {
                back.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            receipts.addAll(taken);
        });

        var ids = IntStream.range(0, 60)
                .mapToObj(number -> accepted(handOver(gateway, ONE_PART)).get(0))
                .toList();

        assertThat(receipts).isEmpty();
        back.countDown();
        patiently()
                .untilAsserted(() ->
                        assertThat(receipts).extracting(Receipt::gatewayId).containsAll(ids));
    }

    @Test
    void whatIsRefusedForNowWasNotTaken() {
        var gateway = gateway();
        for (var status : Map.of(
                        88,
                        "throttled (0x00000058)",
                        20,
                        "message queue full (0x00000014)",
                        8,
                        "system error (0x00000008)")
                .entrySet()) {
            behaves("{\"refuse\": %d}".formatted(status.getKey()));
            assertThat(result(handOver(gateway, ONE_PART)))
                    .isEqualTo(new Handover.NotTaken("the message centre answered " + status.getValue()));
        }
        assertThat(messages()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsRefusedWithItsReason() {
        var gateway = gateway();
        behaves("{\"refuse\": 11}");
        assertThat(result(handOver(gateway, ONE_PART)))
                .isEqualTo(
                        new Handover.Refused("the message centre answered invalid destination address (0x0000000B)"));

        behaves("{\"refuse\": 1025}");
        assertThat(result(handOver(gateway, ONE_PART)))
                .isEqualTo(new Handover.Refused("the message centre answered refused (0x00000401)"));

        behaves("{}");
        assertThat(result(handOver(gateway, parcel("1".repeat(30), ONE_PART)))).isInstanceOf(Handover.Refused.class);
    }

    @Test
    void aPartThatIsRefusedForNowWhileOthersAreTakenIsTriedAgain() {
        var gateway = gateway();
        behaves("{\"refuse\": 88, \"refuseAt\": 2}");

        assertThat(accepted(handOver(gateway, THREE_PARTS))).hasSize(3);
        assertThat(texts()).containsExactly(THREE_PARTS);
    }

    @Test
    void aPartThatIsRefusedForGoodWhenOthersWereTakenLeavesTheMessageUnclear() {
        var gateway = gateway();
        behaves("{\"refuse\": 11, \"refuseAt\": 3}");

        var unclear = (Handover.Unclear) result(handOver(gateway, THREE_PARTS));

        assertThat(unclear.gatewayIds()).hasSize(2);
        assertThat(unclear.reason()).contains("invalid destination address");
    }

    @Test
    void anAnswerThatDoesNotComeLeavesItUnclear() {
        var gateway = gateway(settings(10), SILENCE, Duration.ofMillis(500));
        behaves("{\"delay\": \"PT5S\"}");

        assertThat(result(handOver(gateway, ONE_PART)))
                .isEqualTo(new Handover.Unclear("no answer from the message centre", List.of()));
    }

    @Test
    void itBindsOnceItMay() {
        behaves("{\"refuseBind\": true}");
        var gateway = made(settings(10), receipts::addAll, SILENCE, ANSWER);
        gateway.open();
        patiently().untilAsserted(() -> assertThat(result(handOver(gateway, ONE_PART)))
                .isEqualTo(new Handover.NotTaken("not bound to the message centre: bind failed (0x0000000D)")));

        behaves("{}");
        awaitBound();
        accepted(handOver(gateway, ONE_PART));
    }

    @Test
    void whereNobodyListensNothingWasTaken() {
        inbox.close();
        var gateway = made(settings(10), receipts::addAll, SILENCE, ANSWER);

        assertThat(result(handOver(gateway, ONE_PART))).isInstanceOf(Handover.NotTaken.class);
        patiently().untilAsserted(() -> assertThat(result(handOver(gateway, ONE_PART)))
                .isEqualTo(new Handover.NotTaken("not bound to the message centre: Connection refused")));
    }

    @Test
    void aQuietSessionIsKeptAliveByAskingAfterIt() {
        var gateway = gateway(settings(10), Duration.ofMillis(50), ANSWER);

        patiently().until(() -> smsc.enquiries() >= 3);

        assertThat(smsc.sessions()).isEqualTo(1);
        accepted(handOver(gateway, ONE_PART));
    }

    @Test
    void aSessionThatAnswersNothingIsGivenUpAndBoundAgain() {
        var gateway = gateway(settings(10), Duration.ofMillis(100), Duration.ofSeconds(1));
        behaves("{\"mute\": true, \"refuseBind\": true}");
        patiently().untilAsserted(() -> assertThat(result(handOver(gateway, ONE_PART)))
                .isInstanceOf(Handover.NotTaken.class));

        behaves("{}");
        awaitBound();
        patiently().untilAsserted(() -> accepted(handOver(gateway, THREE_PARTS)));
    }

    @Test
    void itTakesItsLeave() {
        gateway().close();

        patiently().untilAsserted(() -> assertThat(smsc.unbinds()).isEqualTo(1));
        patiently().untilAsserted(() -> assertThat(smsc.sessions()).isZero());
    }

    @Test
    void nothingIsBegunBeforeItIsUsedAndWhatIsNotSaidIsAskedForByName() {
        made(settings(10), receipts::addAll, SILENCE, ANSWER);
        assertThat(smsc.sessions()).isZero();

        assertThatThrownBy(() -> Settings.of(new SmallRyeConfigBuilder()
                        .withDefaultValue("bihuan.sms.smpp.host", "localhost")
                        .build()))
                .hasMessage("bihuan.sms.smpp.system-id is needed for the gateway smpp");
    }

    private SmppGateway gateway() {
        return gateway(receipts::addAll);
    }

    private SmppGateway gateway(Consumer<List<Receipt>> kept) {
        return bound(made(settings(10), kept, SILENCE, ANSWER));
    }

    private SmppGateway gateway(Settings settings, Duration silence, Duration answer) {
        return bound(made(settings, receipts::addAll, silence, answer));
    }

    private SmppGateway bound(SmppGateway gateway) {
        gateway.open();
        awaitBound();
        return gateway;
    }

    /** A moment after the message centre thinks so. */
    private void awaitBound() {
        patiently().atMost(Duration.ofSeconds(30)).until(() -> gateways.stream().allMatch(SmppGateway::isBound));
    }

    private SmppGateway made(Settings settings, Consumer<List<Receipt>> kept, Duration silence, Duration answer) {
        var arrivals = new Arrivals("smpp", kept, InstantSource.fixed(NOW), ZoneId.of("Asia/Shanghai"));
        var gateway = new SmppGateway(settings, arrivals, silence, answer);
        gateways.add(gateway);
        return gateway;
    }

    private Settings settings(int window) {
        return new Settings("127.0.0.1", smsc.port(), Smsc.SYSTEM_ID, PASSWORD, "", "10690000", window);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private static CompletableFuture<Handover> handOver(SmppGateway gateway, String text) {
        return handOver(gateway, parcel(PHONE, text));
    }

    private static CompletableFuture<Handover> handOver(SmppGateway gateway, Parcel parcel) {
        return gateway.handOver(parcel).toCompletableFuture();
    }

    private static Parcel parcel(String phone, String text) {
        return new Parcel(UUID.randomUUID(), phone, text, 1, false, NOW.plusSeconds(3600), NOW);
    }

    private static Handover result(CompletableFuture<Handover> outcome) {
        return outcome.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static List<String> accepted(CompletableFuture<Handover> outcome) {
        assertThat(result(outcome)).isInstanceOf(Handover.Accepted.class);
        return ((Handover.Accepted) result(outcome)).gatewayIds();
    }

    private List<String> texts() {
        return messages().stream().map(message -> (String) message.get("text")).toList();
    }

    private List<Map<String, Object>> messages() {
        return given().get("http://127.0.0.1:" + inbox.port() + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private void behaves(String smpp) {
        given().contentType("application/json")
                .body("{\"smpp\": " + smpp + "}")
                .put("http://127.0.0.1:" + inbox.port() + "/behaviour")
                .then()
                .statusCode(200);
    }
}
