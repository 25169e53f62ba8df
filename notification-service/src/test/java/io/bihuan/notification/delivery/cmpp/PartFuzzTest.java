package io.bihuan.notification.delivery.cmpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PartFuzzTest {

    static Stream<String> texts() {
        return Stream.of("Hello [x]", "x".repeat(161), "汉".repeat(71), "汉".repeat(66) + "😀😀".repeat(40), "\uD83D`");
    }

    @MethodSource("texts")
    @FuzzTest
    void thePartsOfATextAreTheTextAndEachFitsIntoAnSms(@NotNull String text) {
        var parts = Part.of(text, 300);

        assertThat(parts)
                .isNotEmpty()
                .allMatch(part -> part.content().length <= (part.format() == Part.ASCII ? 160 : 140));
        var charset = parts.get(0).format() == Part.ASCII ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        var whole = parts.stream()
                .map(part -> Arrays.copyOfRange(part.content(), part.hasHeader() ? 6 : 0, part.content().length))
                .map(octets -> new String(octets, charset))
                .collect(Collectors.joining());
        // Half a character can't be sent.
        assertThat(whole).isEqualTo(new String(text.getBytes(charset), charset));
    }
}
