package io.bihuan.notification.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.delivery.Handover;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictFuzzTest {

    private static final Verdict VERDICT = new Verdict(new ObjectMapper());

    static Stream<Arguments> answers() {
        return Stream.of(
                answer(200, "{\"gatewayId\": \"G-1\", \"queue\": [{}]}"),
                answer(202, "{\"gatewayId\": \"a\\u0000b\"}"),
                answer(200, "{\"gatewayId\": \"\\ud83d\"}"),
                answer(200, "{\"gatewayId\": \"" + "x".repeat(3000) + "\"}"),
                answer(200, "{\"gatewayId\": \"\"}"),
                answer(299, "{\"gatewayId\": {\"gatewayId\": 1e400}}"),
                answer(204, ""),
                answer(200, "null"),
                answer(429, "[".repeat(2000)));
    }

    private static Arguments answer(int status, String body) {
        return arguments(status, body.getBytes(UTF_8));
    }

    @MethodSource("answers")
    @FuzzTest
    void whateverTheGatewayAnswersIsAVerdictThatADatabaseKeeps(
            @InRange(min = 100, max = 999) int status, byte @NotNull [] body) {
        Handover handover = VERDICT.of(status, body);

        if (handover instanceof Handover.Accepted accepted) {
            assertThat(status).isBetween(200, 299);
            assertThat(accepted.gatewayIds()).singleElement().satisfies(id -> assertThat(id)
                    .matches("[^\\p{Cc}\\p{Cs}]{1,128}"));
        }
    }
}
