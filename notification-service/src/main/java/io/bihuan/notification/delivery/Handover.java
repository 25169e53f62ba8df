package io.bihuan.notification.delivery;

/** What came of handing a message over. */
public sealed interface Handover {

    /**
     * The gateway has it.
     *
     * @param gatewayId the gateway's own id of the message
     */
    record Accepted(String gatewayId) implements Handover {}

    /**
     * The gateway will never take it.
     *
     * @param reason for people
     */
    record Refused(String reason) implements Handover {}

    /**
     * The gateway surely does not have it, and may take it later.
     *
     * @param reason for people
     */
    record NotTaken(String reason) implements Handover {}

    /**
     * It went out and no answer came: the gateway may have it.
     *
     * @param reason for people
     */
    record Unclear(String reason) implements Handover {}
}
