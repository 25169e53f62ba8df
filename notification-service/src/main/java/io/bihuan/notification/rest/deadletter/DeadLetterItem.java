package io.bihuan.notification.rest.deadletter;

import io.bihuan.notification.deadletter.DeadLetter;
import io.bihuan.notification.deadletter.DeadLetterState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter as it is listed. */
@Schema(name = "DeadLetter", description = "A record that could not be used, with what became of it.", examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000d1", "topic": "hazard.events", "partition": 3, "offset": 17,
                 "reason": "MISSING_FIELD", "detail": "recordedAt", "setAsideAt": "2026-05-09T00:30:00Z",
                 "state": "WAITING", "attempts": 1, "lastAttemptAt": "2026-05-09T02:00:00Z",
                 "lastFailure": "MISSING_FIELD: recordedAt", "changed": null, "droppedBecause": null,
                 "settledAt": null}""")
public record DeadLetterItem(
        UUID id,

        @Schema(description = "Where it came from; the dead letters' own topic where it doesn't say")
        String topic,

        int partition,
        long offset,

        @Schema(
                description =
                        "BAD_JSON no JSON object; MISSING_FIELD, see detail; CONTRACT_VIOLATED a value that is not allowed;"
                                + " CANNOT_BE_APPLIED reads well and can't be kept; null where it doesn't say",
                nullable = true)
        @Nullable
        String reason,

        @Schema(description = "The same for people", nullable = true) @Nullable
        String detail,

        @Schema(description = "When it was set aside") Instant setAsideAt,

        @Schema(description = "WAITING for a person; RETRIED with success; DROPPED as not needed")
        DeadLetterState state,

        @Schema(description = "How often it was retried") int attempts,

        @Schema(nullable = true) @Nullable Instant lastAttemptAt,

        @Schema(description = "Why the last retry that failed did", nullable = true) @Nullable
        String lastFailure,

        @Schema(
                description =
                        "Of one that is RETRIED: whether it changed anything; not if newer ones of its kind were read before",
                nullable = true)
        @Nullable
        Boolean changed,

        @Schema(description = "Of one that is DROPPED: why", nullable = true) @Nullable
        String droppedBecause,

        @Schema(description = "When it was retried with success, or dropped", nullable = true) @Nullable
        Instant settledAt) {

    static DeadLetterItem of(DeadLetter letter) {
        return new DeadLetterItem(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.reason().orElse(null),
                letter.detail().orElse(null),
                letter.setAsideAt(),
                letter.state(),
                letter.attempts(),
                letter.lastAttemptAt().orElse(null),
                letter.lastFailure().orElse(null),
                letter.changed().orElse(null),
                letter.droppedBecause().orElse(null),
                letter.settledAt().orElse(null));
    }
}
