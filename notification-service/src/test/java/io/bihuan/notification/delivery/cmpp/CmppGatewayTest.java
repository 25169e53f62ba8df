package io.bihuan.notification.delivery.cmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.delivery.Handover;
import io.bihuan.notification.delivery.Handover.Accepted;
import io.bihuan.notification.delivery.Handover.NotTaken;
import io.bihuan.notification.delivery.Handover.Refused;
import io.bihuan.notification.delivery.Handover.Unclear;
import io.bihuan.notification.delivery.Parcel;
import io.bihuan.notification.delivery.Receipt;
import io.bihuan.stack.Ismg;
import io.bihuan.stack.IsmgBehaviour;
import io.bihuan.stack.IsmgBehaviour.Reporting;
import io.bihuan.stack.SmsInbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CmppGatewayTest {

    private static final String PASSWORD = "a password of this test";
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-05-09T00:30:00Z"));
    private static final SmsInbox INBOX = SmsInbox.forAnyTime("not used here");
    private static final Ismg CARRIER = INBOX.listenForCmpp(0, PASSWORD);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger PHONES = new AtomicInteger();

    private static final String SHORT = "【闭环】隐患 630102-2026-000017 须于 2026年5月10日 前整改完毕。";
    private static final String LONG = SHORT + "逾期未整改的，将依次督促提醒、约谈、通报、挂牌督办。".repeat(4) + "请责任人到现场确认，并上传整改前后照片。";

    /** Impatient where a test waits for the end of the patience. */
    private static final Patience PATIENT = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMillis(50));

    /** Keeps what it is handed, unless it is told to fail. */
    private static final class Kept implements Consumer<List<Receipt>> {

        private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public void accept(List<Receipt> taken) {
            if (failures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new IllegalStateException("the database is away, says this test");
            }
            receipts.addAll(taken);
        }

        List<Receipt> of(String gatewayId) {
            return receipts.stream()
                    .filter(receipt -> gatewayId.equals(receipt.gatewayId()))
                    .toList();
        }
    }

    private final Kept kept = new Kept();
    private final List<CmppGateway> gateways = new ArrayList<>();
    private final String phone = "139%08d".formatted(PHONES.incrementAndGet());

    @BeforeEach
    void theCarrierBehaves() {
        CARRIER.behave(IsmgBehaviour.GOOD.withReports(Reporting.NEVER, "DELIVRD"));
    }

    @AfterEach
    void closeGateways() throws InterruptedException {
        theCarrierBehaves();
        for (var gateway : gateways) {
            gateway.close();
        }
        await().until(() -> CARRIER.bound() == 0);
    }

    @AfterAll
    static void close() {
        INBOX.close();
    }

    @Test
    void aTextOfOnePartArrivesWhole() throws Exception {
        var handover = handOver(bound(), phone, SHORT);

        assertThat(((Accepted) handover).gatewayIds()).singleElement().satisfies(id -> assertThat(id)
                .matches("[0-9]{22}"));
        assertThat(texts(phone)).containsExactly(SHORT);
        assertThat(CARRIER.submits()).isEqualTo(1);
    }

    @Test
    void aTextOfThreePartsArrivesWholeAndHasTheIdsOfAll() throws Exception {
        var handover = handOver(bound(), phone, LONG);

        assertThat(LONG.length()).isBetween(135, 201);
        assertThat(((Accepted) handover).gatewayIds()).hasSize(3).doesNotHaveDuplicates();
        assertThat(texts(phone)).containsExactly(LONG);
    }

    @Test
    void plainLettersAreNotBlownUpToTwiceTheirSize() throws Exception {
        var text = "Bihuan: hazard 630102-2026-000017 is due on 10 May 2026. ".repeat(5);

        var handover = handOver(bound(), phone, text);

        assertThat(text.length()).isBetween(161, 306);
        assertThat(((Accepted) handover).gatewayIds()).hasSize(2);
        assertThat(texts(phone)).containsExactly(text);
    }

    @Test
    void noCharacterIsCutInTwo() throws Exception {
        var text = "【闭环】" + "隐".repeat(62) + "🔥" + "患".repeat(66) + "🔥";

        handOver(bound(), phone, text);

        assertThat(texts(phone)).containsExactly(text);
        assertThat(Part.of(text, 1)).extracting(part -> part.content().length).containsExactly(6 + 132, 6 + 134, 6 + 6);
    }

    @Test
    void aMainlandNumberGoesWithoutTheCountrysCodeAndAForeignOneAsItIsDialled() throws Exception {
        var gateway = bound();

        handOver(gateway, "+86" + phone, SHORT);
        handOver(gateway, "+852" + phone.substring(3), SHORT);

        assertThat(texts(phone)).containsExactly(SHORT);
        assertThat(texts("00852" + phone.substring(3))).containsExactly(SHORT);
    }

    @Test
    void noMoreThanTheWindowIsOutAtATime() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withSilence());

        var handovers = IntStream.range(0, 40)
                .mapToObj(n -> begin(gateway, phone, SHORT))
                .toList();
        await().during(Duration.ofMillis(300)).until(() -> CARRIER.read() == 16);
        CARRIER.cut();

        var outcomes = handovers.stream().map(CmppGatewayTest::outcome).toList();
        assertThat(outcomes).filteredOn(Unclear.class::isInstance).hasSize(16);
        assertThat(outcomes).filteredOn(NotTaken.class::isInstance).hasSize(24);
    }

    @Test
    void aThousandMessagesAllArriveOnce() throws Exception {
        var gateway = bound();

        var handovers = IntStream.range(0, 1000)
                .mapToObj(n -> begin(gateway, phone, SHORT + n))
                .toList();

        assertThat(handovers)
                .allSatisfy(handover -> assertThat(outcome(handover)).isInstanceOf(Accepted.class));
        assertThat(texts(phone)).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void withoutASessionNothingIsTaken() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        assertThat(handOver(gateway(nobody, PASSWORD, PATIENT), phone, SHORT)).isInstanceOf(NotTaken.class);
    }

    @Test
    void aSessionCutInTheMiddleOfAMessageLeavesItUnclearAndComesBack() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withDropAt(2));

        var handover = handOver(gateway, phone, LONG);

        assertThat(((Unclear) handover).gatewayIds()).hasSize(1);
        assertThat(texts(phone)).isEmpty();
        await().until(() -> CARRIER.bound() == 1);
        assertThat(handOver(gateway, phone, SHORT)).isInstanceOf(Accepted.class);
    }

    @Test
    void aSessionCutBeforeTheAnswerLeavesItUnclear() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withDropAt(1));

        assertThat(handOver(gateway, phone, SHORT)).isEqualTo(new Unclear("the carrier closed the connection"));
        assertThat(texts(phone)).containsExactly(SHORT);
    }

    @Test
    void whatIsNotAnsweredInTimeIsUnclearAndNotSentAgain() throws Exception {
        var gateway = bound(new Patience(
                PATIENT.connection(), Duration.ofMillis(200), PATIENT.handOver(), PATIENT.silence(), PATIENT.pause()));
        CARRIER.behave(IsmgBehaviour.GOOD.withSilence());

        assertThat(handOver(gateway, phone, LONG)).isEqualTo(new Unclear("no answer from the carrier"));
        assertThat(CARRIER.read()).isEqualTo(1);
    }

    @Test
    void whatWaitsTooLongForItsTurnIsNotTaken() throws Exception {
        var gateway = bound(new Patience(
                PATIENT.connection(), PATIENT.answer(), Duration.ofMillis(200), PATIENT.silence(), PATIENT.pause()));
        CARRIER.behave(IsmgBehaviour.GOOD.withSilence());

        for (int n = 0; n < 16; n++) {
            begin(gateway, phone, SHORT);
        }

        assertThat(handOver(gateway, phone, SHORT)).isEqualTo(new NotTaken("the carrier did not take it in time"));
    }

    @Test
    void whatIsTooMuchAtOnceIsNotTaken() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withResults(8));

        assertThat(handOver(gateway, phone, LONG)).isEqualTo(new NotTaken("the carrier answered 8 (too much at once)"));
        assertThat(handOver(gateway, phone, LONG)).isInstanceOf(Accepted.class);
    }

    @Test
    void aPartThatIsTooMuchAtOnceFollowsAMomentLater() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withResults(0, 8, 8, 0, 8));

        assertThat(((Accepted) handOver(gateway, phone, LONG)).gatewayIds()).hasSize(3);
        assertThat(texts(phone)).containsExactly(LONG);
        assertThat(CARRIER.submits()).isEqualTo(6);
    }

    @Test
    void aRefusalSaysWhy() throws Exception {
        var gateway = bound();

        assertThat(handOver(gateway, "12345", SHORT))
                .isEqualTo(new Refused("the carrier answered 13 (wrong phone number)"));
        CARRIER.behave(IsmgBehaviour.GOOD.withResults(9, 69));
        assertThat(handOver(gateway, phone, SHORT))
                .isEqualTo(new Refused("the carrier answered 9 (it does not serve this number)"));
        assertThat(handOver(gateway, phone, SHORT)).isEqualTo(new Refused("the carrier answered 69 (its own code)"));
        assertThat(texts(phone)).isEmpty();
    }

    @Test
    void aWrongAccountIsNoFaultOfTheMessage() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withResults(10));

        assertThat(handOver(gateway, phone, SHORT))
                .isEqualTo(new NotTaken("the carrier answered 10 (wrong source number)"));
    }

    @Test
    void aMessageOfWhichAPartIsRefusedIsUnclear() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withResults(0, 13));

        var handover = (Unclear) handOver(gateway, phone, LONG);

        assertThat(handover.reason())
                .isEqualTo("the carrier answered 13 (wrong phone number), after it took 1 of 3 parts");
        assertThat(handover.gatewayIds()).hasSize(1);
    }

    @Test
    void aReportIsAReceipt() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD);

        var id = ((Accepted) handOver(gateway, phone, SHORT)).gatewayIds().get(0);

        await().until(() -> !kept.of(id).isEmpty());
        var receipt = kept.of(id).get(0);
        assertThat(receipt.gateway()).isEqualTo("cmpp");
        assertThat(receipt.delivered()).isTrue();
        assertThat(receipt.failure()).isNull();
        assertThat(receipt.at()).isEqualTo(TIME.instant());
    }

    @Test
    void aReportMayComeBeforeTheAnswerAndTwice() throws Exception {
        var gateway = bound();
        CARRIER.behave(IsmgBehaviour.GOOD.withReports(Reporting.EARLY, "DELIVRD"));
        var early = ((Accepted) handOver(gateway, phone, SHORT)).gatewayIds().get(0);
        CARRIER.behave(IsmgBehaviour.GOOD.withReports(Reporting.TWICE, "DELIVRD"));
        var twice = ((Accepted) handOver(gateway, phone, SHORT)).gatewayIds().get(0);

        await().until(() -> kept.of(early).size() == 1 && kept.of(twice).size() == 2);
    }

    @Test
    void aReportForAnIdThatNobodyKnowsIsHandedOnLikeAnyOther() throws Exception {
        bound();

        CARRIER.report("0509083000009790165535", "DELIVRD");

        await().until(() -> kept.of("0509083000009790165535").size() == 1);
    }

    @Test
    void aFailureIsToldInWords() throws Exception {
        bound();

        CARRIER.report("0509083000009790100001", "UNDELIV");
        CARRIER.report("0509083000009790100002", "MK:0001");
        CARRIER.report("0509083000009790100003", "A\0\n\u0007B");

        await().until(() -> kept.receipts.size() == 3);
        assertThat(kept.receipts).noneMatch(Receipt::delivered);
        assertThat(kept.receipts)
                .extracting(Receipt::failure)
                .containsExactly(
                        "the carrier reports UNDELIV (undeliverable)",
                        "the carrier reports MK:0001",
                        "the carrier reports A???B");
    }

    @Test
    void whatIsStillOnTheWayIsNoReceipt() throws Exception {
        bound();
        int before = CARRIER.answers().size();

        CARRIER.report("0509083000009790100005", "ACCEPTD");

        await().until(() -> CARRIER.answers().size() == before + 1);
        assertThat(CARRIER.answers().get(before)).isZero();
        assertThat(kept.receipts).isEmpty();
    }

    @Test
    void aReportIsAnsweredWhenItIsKeptAndComesAgainUntilThen() throws Exception {
        bound();
        int before = CARRIER.answers().size();
        kept.failures.set(4);

        CARRIER.report("0509083000009790100004", "DELIVRD");

        await().until(() -> kept.of("0509083000009790100004").size() == 1);
        await().untilAsserted(() -> assertThat(
                        CARRIER.answers().subList(before, CARRIER.answers().size()))
                .containsExactly(8, 8, 0));
    }

    @Test
    void whatAPersonAnswersIsTakenAndLeftAtThat() throws Exception {
        var gateway = bound();
        int before = CARRIER.answers().size();

        CARRIER.write(phone, "知道了");

        await().until(() -> CARRIER.answers().size() == before + 1);
        assertThat(CARRIER.answers().get(before)).isZero();
        assertThat(kept.receipts).isEmpty();
        assertThat(handOver(gateway, phone, SHORT)).isInstanceOf(Accepted.class);
    }

    @Test
    void aRefusedBindIsTriedAgain() throws Exception {
        CARRIER.behave(IsmgBehaviour.GOOD.withBindStatus(9));
        var gateway = gateway(CARRIER.port(), PASSWORD, PATIENT);
        await().until(() -> reason(handOver(gateway, phone, SHORT)).contains("refused the bind with status 9"));

        CARRIER.behave(IsmgBehaviour.GOOD);

        await().until(() -> CARRIER.bound() == 1);
        await().until(() -> handOver(gateway, phone, SHORT) instanceof Accepted);
    }

    @Test
    void aWrongPasswordIsSaid() {
        var gateway = gateway(CARRIER.port(), "another", PATIENT);

        await().until(() -> reason(handOver(gateway, phone, SHORT)).contains("wrong enterprise code or password"));
    }

    @Test
    void aCarrierThatAsksIsAnswered() throws Exception {
        bound();
        int before = CARRIER.answers().size();

        CARRIER.ask();

        await().until(() -> CARRIER.answers().size() == before + 1);
    }

    @Test
    void aCarrierThatFallsSilentIsLeftAndBoundAgain() throws Exception {
        var gateway = bound(new Patience(
                Duration.ofSeconds(1), PATIENT.answer(), PATIENT.handOver(), Duration.ofMillis(200), PATIENT.pause()));
        CARRIER.behave(IsmgBehaviour.GOOD.withSilence());

        await().until(() -> CARRIER.bound() == 0);
        assertThat(handOver(gateway, phone, SHORT)).isInstanceOf(NotTaken.class);

        CARRIER.behave(IsmgBehaviour.GOOD);
        await().until(() -> CARRIER.bound() == 1);
    }

    @Test
    void aQuietSessionIsKept() throws Exception {
        bound(new Patience(
                PATIENT.connection(), PATIENT.answer(), PATIENT.handOver(), Duration.ofMillis(200), PATIENT.pause()));

        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> CARRIER.bound() == 1);
    }

    @Test
    void whatIsNoCmppEndsTheSessionAndNothingElse() throws Exception {
        var gateway = bound();
        for (var bytes : List.of(
                new byte[] {0, 0, 0, 1},
                new byte[] {127, 127, 127, 127, 0, 0},
                new byte[] {0, 0, 0, 12, 0, 0, 0, 99, 0, 0, 0, 1},
                new byte[] {0, 0, 0, 14, 0, 0, 0, 5, 0, 0, 0, 1, 2, 3},
                new byte[] {0, 0, 0, 14, (byte) 128, 0, 0, 4, 0, 0, 0, 1, 2, 3})) {
            int before = CARRIER.binds();
            CARRIER.babble(bytes);
            await().until(() -> CARRIER.binds() == before + 1);
        }

        await().until(() -> handOver(gateway, phone, SHORT) instanceof Accepted);
    }

    @Test
    void theEndIsSaidToTheCarrier() throws Exception {
        int before = CARRIER.farewells();

        end(bound());

        assertThat(CARRIER.farewells()).isEqualTo(before + 1);
    }

    @Test
    void afterTheEndNothingIsTaken() throws Exception {
        var gateway = bound();
        end(gateway);

        assertThat(handOver(gateway, phone, SHORT)).isInstanceOf(NotTaken.class);
    }

    private void end(CmppGateway gateway) throws InterruptedException {
        gateways.remove(gateway);
        gateway.close();
    }

    private CmppGateway bound() {
        return bound(PATIENT);
    }

    private CmppGateway bound(Patience patience) {
        var gateway = gateway(CARRIER.port(), PASSWORD, patience);
        await().until(() -> CARRIER.bound() == 1);
        // The carrier knows a moment before we read its answer.
        await().until(() -> gateway.isBound());
        return gateway;
    }

    private CmppGateway gateway(int port, String password, Patience patience) {
        var account = new Account("127.0.0.1", port, Ismg.SP_ID, password, "10690000", "", 16);
        var gateway = new CmppGateway(account, patience, kept, TIME);
        gateways.add(gateway);
        gateway.open();
        return gateway;
    }

    private static CompletableFuture<Handover> begin(CmppGateway gateway, String phone, String text) {
        var now = TIME.instant();
        return gateway.handOver(new Parcel(UUID.randomUUID(), phone, text, 1, false, now.plus(Duration.ofDays(1)), now))
                .toCompletableFuture();
    }

    private static Handover handOver(CmppGateway gateway, String phone, String text) {
        return outcome(begin(gateway, phone, text));
    }

    private static Handover outcome(CompletableFuture<Handover> handover) {
        return handover.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String reason(Handover handover) {
        return handover instanceof NotTaken notTaken ? notTaken.reason() : "";
    }

    private static List<String> texts(String phone) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + INBOX.port() + "/messages?to=" + phone);
        var answer = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return StreamSupport.stream(
                        new ObjectMapper().readTree(answer.body()).get("items").spliterator(), false)
                .map(message -> message.get("text").asText())
                .toList();
    }
}
