package io.bihuan.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway reports of a message, or of one part of it, after it took it.
 *
 * @param gateway its name
 * @param messageId the message, by our id; null if the gateway only knows its own
 * @param gatewayId the part, by the gateway's id; null if it says ours
 * @param delivered whether the phone has it
 * @param at when it was delivered, or when that was given up
 * @param failure why it was not; null if it was
 */
public record Receipt(
        String gateway,
        @Nullable UUID messageId,
        @Nullable String gatewayId,
        boolean delivered,
        Instant at,
        @Nullable String failure) {}
