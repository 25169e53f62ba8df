package io.bihuan.notification.rest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.notification.deadletter.DeadLetter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter with its content. */
@Schema(name = "OpenedDeadLetter", description = "A dead letter with its content.", examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000d1", "topic": "hazard.events", "partition": 3, "offset": 17,
                 "reason": "BAD_JSON", "detail": "Unexpected end-of-input", "setAsideAt": "2026-05-09T00:30:00Z",
                 "state": "WAITING", "attempts": 0, "lastAttemptAt": null, "lastFailure": null, "changed": null,
                 "droppedBecause": null, "settledAt": null, "key": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4",
                 "headers": [{"name": "ce_type", "value": "hazard.found"}], "value": "{\\"hazardId\\": "}""")
public record OpenedLetter(
        @JsonUnwrapped DeadLetterItem letter,

        @Schema(description = "As text; null if it had none", nullable = true) @Nullable
        String key,

        @Schema(description = "As they came, in their order")
        List<Header> headers,

        @Schema(description = "As text: bytes that are not UTF-8 show as U+FFFD; null if it had none", nullable = true)
        @Nullable
        String value) {

    /** A header of the record. */
    @Schema(name = "DeadLetterHeader")
    public record Header(
            String name,

            @Schema(description = "As text", nullable = true) @Nullable
            String value) {}

    static OpenedLetter of(DeadLetter letter) {
        return new OpenedLetter(
                DeadLetterItem.of(letter),
                text(letter.key()),
                letter.headers().stream()
                        .map(header -> new Header(header.name(), text(header.value())))
                        .toList(),
                text(letter.value()));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
