package io.bihuan.notification.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receipt as a gateway sends it. */
@Schema(name = "Receipt", examples = """
                {"messageId": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "state": "DELIVERED",
                 "deliveredAt": "2026-05-09T00:30:04Z"}""")
record ReceiptBody(
        @Schema(description = "Our id of the message; this or gatewayId") @Nullable
        UUID messageId,

        @Schema(description = "The gateway's id of the message") @Nullable
        String gatewayId,

        @Schema(required = true) @Nullable State state,

        @Schema(description = "When the phone had it; now, if it isn't said") @Nullable
        Instant deliveredAt,

        @Schema(description = "Why it was not delivered") @Nullable
        String failure) {

    /** What became of the message. */
    enum State {
        DELIVERED,
        FAILED
    }
}
