package io.bihuan.notification.delivery;

import java.util.concurrent.CompletionStage;

/**
 * Takes messages to phones. Each is a bean in a room of its own, {@code @Identifier} its name in {@code
 * bihuan.sms.gateways}; one that is not named there is never made.
 */
public interface Gateway {

    /**
     * Whether it knows a message by our id, so that a message handed over again is still one message. If not, one that may
     * have gone out is never handed over again.
     */
    boolean knowsMessages();

    /** Hands one message over. Answers within its own time limit, and with a {@link Handover} whatever goes wrong. */
    CompletionStage<Handover> handOver(Parcel parcel);
}
