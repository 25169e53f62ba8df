package io.bihuan.notification.rest;

import io.bihuan.notification.delivery.Message;
import io.bihuan.notification.delivery.MessageState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as it is listed. */
@Schema(
        name = "Message",
        description = "An SMS to one person with what became of it: the proof of service.",
        examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "hazardId": "0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4",
                 "hazardIds": ["0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4"],
                 "to": "13900000000", "recipient": "餐馆负责人", "template": "DAY_BEFORE",
                 "text": "【闭环】城东区某餐馆：隐患 630102-2026-000017（后厨未安装可燃气体报警器）须于 2026年5月10日 前整改完毕，请抓紧。",
                 "segments": 1, "state": "ACCEPTED", "attempts": 1, "createdAt": "2026-05-09T00:30:00Z",
                 "handedOverAt": "2026-05-09T00:30:01Z", "deliveredAt": null, "gateway": "http", "gatewayId": "G-1", "failure": null}""")
public record MessageItem(
        @Schema(description = "Also the gateway's Idempotency-Key; the same over every attempt")
        UUID id,

        @Schema(description = "The one hazard that it is about; null for a digest", nullable = true) @Nullable
        UUID hazardId,

        @Schema(description = "Every hazard that it tells of; of a digest there are several")
        List<UUID> hazardIds,

        @Schema(
                description =
                        "E.164 or the mainland 11 digits; null when no phone was on file. Inspectors and units see how it begins"
                                + " and ends, of a unit's own people all of it",
                nullable = true)
        @Nullable
        String to,

        @Schema(description = "The person, as on file when the message was made", nullable = true) @Nullable
        String recipient,

        @Schema(description = "The text that it was made from, named by its step")
        String template,

        String text,

        @Schema(
                description =
                        "How many SMS it is billed as: 70 characters in one, 67 in each of several (GSM-7: 160, 153)")
        int segments,

        @Schema(
                description =
                        "QUEUED waits to be handed over; ACCEPTED by the gateway; DELIVERED to the phone; FAILED, see failure;"
                                + " UNKNOWN was handed over without an answer and is asked again with the same id; CANCELLED before it went")
        MessageState state,

        int attempts,
        Instant createdAt,

        @Schema(description = "When the gateway took it", nullable = true) @Nullable
        Instant handedOverAt,

        @Schema(description = "When the phone had it, by the gateway's receipt", nullable = true) @Nullable
        Instant deliveredAt,

        @Schema(description = "The gateway that it was last given to, by its name", nullable = true) @Nullable
        String gateway,

        @Schema(description = "The gateway's own id of it, or of its first part", nullable = true) @Nullable
        String gatewayId,

        @Schema(description = "Why it failed, or why the last attempt did", nullable = true) @Nullable
        String failure) {

    /** @param phone as the caller may see it */
    static MessageItem of(Message message, @Nullable String phone, List<UUID> hazardIds) {
        var failure = message.failure();
        return new MessageItem(
                message.id(),
                message.hazardId(),
                hazardIds,
                phone,
                message.recipient(),
                message.template(),
                message.text(),
                message.segments(),
                message.state(),
                message.attempts(),
                message.createdAt(),
                message.handedOverAt(),
                message.deliveredAt(),
                message.gateway(),
                message.gatewayId(),
                failure == null || message.phone() == null
                        ? failure
                        : failure.replace(message.phone(), String.valueOf(phone)));
    }
}
