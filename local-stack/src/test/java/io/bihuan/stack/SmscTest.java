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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmscTest {

    private static final Instant NOW = Instant.parse("2026-05-09T00:30:00Z");
    private static final String PASSWORD = "eight ch";
    private static final int GSM_7 = 0;
    private static final int UCS_2 = 8;

    private final Path store;
    private final SmsInbox inbox;
    private final Smsc smsc;
    private final SMPPSession session = new SMPPSession();

    SmscTest(@TempDir Path home) {
        store = home.resolve("messages.jsonl");
        inbox = SmsInbox.at(InstantSource.fixed(NOW), "a secret", store);
        smsc = inbox.listenForSmpp(0, PASSWORD);
    }

    @AfterEach
    void stop() {
        session.unbindAndClose();
        inbox.close();
    }

    @Test
    void whatIsSubmittedLiesInTheInboxBesideWhatCameOverHttp() throws Exception {
        bind(Smsc.SYSTEM_ID, PASSWORD);

        var id = submit("13900000000", UCS_2, "隐患".getBytes(StandardCharsets.UTF_16BE));

        var message = messages().get(0);
        assertThat(message.get("messageId").asText()).isEqualTo(id);
        assertThat(message.get("gatewayId").asText()).isEqualTo(id);
        assertThat(message.get("to").asText()).isEqualTo("13900000000");
        assertThat(message.get("text").asText()).isEqualTo("隐患");
        assertThat(message.get("via").asText()).isEqualTo("smpp");
        assertThat(message.get("receivedAt").asText()).isEqualTo(NOW.toString());
        assertThat(get("/")).contains("smpp").contains("隐患");
        assertThat(SmsMessages.in(store).all(null)).isEqualTo(inbox.messages());
    }

    @Test
    void aStoreOfBeforeHasMessagesOverHttpOnly() throws Exception {
        PrivateFiles.write(
                store,
                "{\"messageId\":\"1\",\"to\":\"2\",\"text\":\"3\",\"sentAt\":\"4\",\"receivedAt\":\"5\",\"gatewayId\":\"6\","
                        + "\"attempts\":7}\n");

        assertThat(SmsMessages.in(store).all(null))
                .containsExactly(new SmsMessages.Message("1", "2", "3", "4", "5", "6", 7, "http"));
    }

    @Test
    void partsAreAMessageOnceAllAreThereInWhateverOrder() throws Exception {
        bind(Smsc.SYSTEM_ID, PASSWORD);

        submit("13900000000", UCS_2, part(new byte[] {5, 0, 3, 77, 2, 2}, "改"));
        submit("13900000001", UCS_2, part(new byte[] {5, 0, 3, 77, 2, 1}, "另"));
        assertThat(messages()).isEmpty();
        submit("13900000000", UCS_2, part(new byte[] {5, 0, 3, 77, 2, 1}, "整"));
        submit("13900000000", UCS_2, part(new byte[] {6, 8, 4, 1, 77, 2, 1}, "宽"));

        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.get("text").asText()).isEqualTo("整改"));
    }

    @Test
    void sevenBitsAreReadByTheirTable() throws Exception {
        bind(Smsc.SYSTEM_ID, PASSWORD);

        submit("13900000000", GSM_7, new byte[] {0x00, 0x11, 0x1C, 0x24, 0x5B, 0x7F, 0x1B, 0x65, 0x1B, 0x3C});

        assertThat(messages().get(0).get("text").asText()).isEqualTo("@_Æ¤Äà€[");
    }

    @Test
    void whatNoPhoneNetworkCarriesIsRefused() throws Exception {
        bind(Smsc.SYSTEM_ID, PASSWORD);

        assertRefused(SMPPConstant.STAT_ESME_RINVDSTADR, "office", UCS_2, new byte[] {0, 65});
        assertRefused(SMPPConstant.STAT_ESME_RINVMSGLEN, "13900000000", UCS_2, new byte[0]);
        assertRefused(SMPPConstant.STAT_ESME_RINVMSGLEN, "13900000000", UCS_2, new byte[142]);
        assertRefused(SMPPConstant.STAT_ESME_RINVMSGLEN, "13900000000", GSM_7, new byte[161]);
        assertRefused(
                SMPPConstant.STAT_ESME_RINVMSGLEN,
                "13900000000",
                UCS_2,
                part(new byte[] {5, 0, 3, 77, 2, 1}, "整".repeat(68)));
        assertRefused(
                SMPPConstant.STAT_ESME_RINVESMCLASS, "13900000000", UCS_2, part(new byte[] {5, 0, 3, 77, 2, 3}, "整"));
        assertThat(messages()).isEmpty();
    }

    @Test
    void onlyWhoKnowsThePasswordMayBind() {
        assertThatThrownBy(() -> bind(Smsc.SYSTEM_ID, "another")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> bind("another", PASSWORD)).isInstanceOf(IOException.class);
        assertThat(smsc.sessions()).isZero();
    }

    @Test
    void aBehaviourItDoesNotKnowIsRefused() throws Exception {
        for (var bad : List.of(
                "{\"mood\": \"bad\"}",
                "{\"delay\": \"soon\"}",
                "{\"delay\": \"PT2M\"}",
                "{\"refuse\": -1}",
                "{\"finalState\": \"gone\"}",
                "{\"error\": \"x\"}",
                "{\"receipts\": \"SOON\"}")) {
            assertThat(put("{\"smpp\": " + bad + "}")).as(bad).isEqualTo(400);
        }
        assertThat(put("{\"smpp\": {\"refuseBind\": true}}")).isEqualTo(200);
        assertThatThrownBy(() -> bind(Smsc.SYSTEM_ID, PASSWORD)).isInstanceOf(IOException.class);
        assertThat(put("{}")).isEqualTo(200);
        bind(Smsc.SYSTEM_ID, PASSWORD);
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> inbox.listenForSmpp(smsc.port(), PASSWORD))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("" + smsc.port());
    }

    private void bind(String systemId, String password) throws IOException {
        session.connectAndBind(
                "127.0.0.1",
                smsc.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        systemId,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""));
    }

    private static byte[] part(byte[] header, String text) {
        var octets = text.getBytes(StandardCharsets.UTF_16BE);
        var part = new byte[header.length + octets.length];
        System.arraycopy(header, 0, part, 0, header.length);
        System.arraycopy(octets, 0, part, header.length, octets.length);
        return part;
    }

    private String submit(String to, int coding, byte[] octets) throws Exception {
        boolean headed = octets.length > 2 && (octets[0] == 5 || octets[0] == 6);
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "10690000",
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(headed ? 0x40 : 0),
                        (byte) 0,
                        (byte) 0,
                        "",
                        "",
                        new RegisteredDelivery(),
                        (byte) 0,
                        coding == UCS_2 ? new GeneralDataCoding(Alphabet.ALPHA_UCS2) : new GeneralDataCoding(),
                        (byte) 0,
                        octets)
                .getMessageId();
    }

    private void assertRefused(int status, String to, int coding, byte[] octets) {
        assertThatThrownBy(() -> submit(to, coding, octets))
                .isInstanceOfSatisfying(
                        NegativeResponseException.class,
                        refused -> assertThat(refused.getCommandStatus()).isEqualTo(status));
    }

    private JsonNode messages() throws Exception {
        return new ObjectMapper().readTree(get("/messages")).get("items");
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private int put(String behaviour) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/behaviour"))
                                .PUT(BodyPublishers.ofString(behaviour))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + inbox.port() + path);
    }
}
