package io.bihuan.notification.delivery;

/** Where a message is on its way. */
public enum MessageState {
    /** Waits to be handed over, for the first time or again. */
    QUEUED,
    /** The gateway has it. */
    ACCEPTED,
    /** The phone has it, says the gateway's receipt. */
    DELIVERED,
    /** Will not arrive; {@code failure} says why. */
    FAILED,
    /** Was handed over and no answer came. It is asked again with the same id, so it can't arrive twice. */
    UNKNOWN,
    /** Called back before it was handed over. */
    CANCELLED
}
