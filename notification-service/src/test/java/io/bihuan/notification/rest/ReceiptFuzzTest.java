package io.bihuan.notification.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bihuan.notification.delivery.Receipt;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Of receipts that are signed: a gateway may say anything. */
class ReceiptFuzzTest {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final ReceiptReader READER = new ReceiptReader(
            json(),
            new Problems(new Wording(new CurrentVertxRequest())),
            InstantSource.fixed(Instant.parse("2026-05-09T00:30:00Z")));

    private static ObjectMapper json() {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new JsonReading().customize(json);
        return json;
    }

    static Stream<byte[]> receipts() {
        return Stream.of(
                        """
                        {"messageId": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "state": "DELIVERED",
                         "deliveredAt": "2026-05-09T08:30:04+08:00"}""",
                        """
                        {"gatewayId": "G-1", "state": "FAILED", "failure": "空号\\u0000\\ud83d\\n"}""",
                        """
                        {"gatewayId": "a\\u0000", "state": "FAILED"}""",
                        """
                        {"gatewayId": "g", "state": "DELIVERED", "deliveredAt": "+1000000000-12-31T23:59:59.999999999Z"}""",
                        """
                        {"gatewayId": "g", "state": "DELIVERED", "deliveredAt": -1e999999999}""",
                        """
                        {"gatewayId": "g", "state": 1, "deliveredAt": ["2026-05-09T00:30:04Z"]}""",
                        """
                        {"messageId": {"messageId": [[]]}, "mood": {}, "state": "LOST"}""",
                        "null",
                        "\"DELIVERED\"",
                        "{} {}",
                        "\0\0\0{\1\b\0\0",
                        "[".repeat(2000))
                .map(receipt -> receipt.getBytes(UTF_8));
    }

    @MethodSource("receipts")
    @FuzzTest
    void aReceiptCanBeKeptOrIsRefusedByItsFields(byte @NotNull [] body) {
        Receipt receipt;
        try {
            receipt = READER.read(body);
        } catch (HttpProblem refused) {
            assertThat(refused.getStatusCode()).isEqualTo(400);
            assertThat(refused.getParameters().get("violations"))
                    .asInstanceOf(list(Violation.class))
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation.field()).isNotNull());
            return;
        }
        assertThat(receipt.at()).isBetween(FIRST, LAST);
        assertThat(receipt.messageId() != null || receipt.gatewayId() != null).isTrue();
        assertThat(receipt.gatewayId() + receipt.failure()).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
    }
}
