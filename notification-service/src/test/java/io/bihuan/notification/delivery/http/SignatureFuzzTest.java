package io.bihuan.notification.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureFuzzTest {

    private static final Signature SIGNATURE =
            new Signature("a secret of this test", InstantSource.fixed(Instant.parse("2026-05-09T00:30:00Z")));

    static Stream<Arguments> signatures() {
        return Stream.of(
                arguments(new byte[0], "2026-05-09T00:30:00Z", "sha256=00"),
                arguments(new byte[] {'{', '}'}, "1778286600", "sha256=" + "f".repeat(64)),
                arguments(new byte[0], "-1000000000-01-01T00:00:00Z", "sha256="),
                arguments(new byte[0], "999999999999", null),
                arguments(new byte[0], null, null));
    }

    @MethodSource("signatures")
    @FuzzTest
    void nobodySignsWithoutTheSecret(byte @NotNull [] body, @Nullable String timestamp, @Nullable String signature) {
        assertThat(SIGNATURE.vouchesFor(body, timestamp, signature)).isFalse();
    }
}
