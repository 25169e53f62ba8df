package io.bihuan.notification.delivery;

import java.util.List;

/** What came of handing a message over. */
public sealed interface Handover {

    /**
     * The gateway has it.
     *
     * @param gatewayIds the gateway's own ids of its parts, in their order; at least one
     */
    record Accepted(List<String> gatewayIds) implements Handover {

        public Accepted {
            gatewayIds = List.copyOf(gatewayIds);
        }
    }

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
     * It went out, or a part of it did, and no answer came: the gateway may have it.
     *
     * @param reason for people
     * @param gatewayIds of the parts that it surely has
     */
    record Unclear(String reason, List<String> gatewayIds) implements Handover {

        public Unclear {
            gatewayIds = List.copyOf(gatewayIds);
        }

        public Unclear(String reason) {
            this(reason, List.of());
        }
    }
}
