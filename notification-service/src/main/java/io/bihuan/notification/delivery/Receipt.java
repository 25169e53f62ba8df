package io.bihuan.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway reports of a message after it took it.
 *
 * @param messageId the message, by our id
 * @param gatewayId the message, by the gateway's id; one of the two is known
 * @param delivered whether the phone has it
 * @param at when it was delivered
 * @param failure why it was not
 */
public record Receipt(
        @Nullable UUID messageId,
        @Nullable String gatewayId,
        boolean delivered,
        Instant at,
        @Nullable String failure) {}
