package io.bihuan.hazard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.bihuan.hazard.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceFuzzTest {

    private static final Darkroom DARKROOM = new Darkroom();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Stream<Arguments> files() {
        return Stream.of(
                arguments(Photos.jpeg(4, 2), "a.jpg"),
                arguments(Photos.progressive(4, 2), "..\\a\u202Egpj.exe"),
                arguments(Photos.png(4, 2), "/etc/passwd\0.png"),
                arguments(Photos.pdf(), "\uD83D"));
    }

    @MethodSource("files")
    @FuzzTest
    void aFileIsExaminedOrRefusedAndHasAHarmlessName(byte @NotNull [] bytes, @NotNull String name) throws IOException {
        var submission = new Submission(() -> new ByteArrayInputStream(bytes), bytes.length, name, null);
        try {
            Examination.of(submission, DARKROOM, ZONE);
        } catch (Refusal | UnfitFile refused) {
            // As it should be.
        }
        for (Format format : Format.values()) {
            assertThat(submission.nameFor(format)).matches("[^\\p{C}/\\\\\"]{1,150}\\.(jpg|png|pdf)");
        }
    }
}
