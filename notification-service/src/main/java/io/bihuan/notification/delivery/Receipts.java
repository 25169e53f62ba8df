package io.bihuan.notification.delivery;

import java.util.List;

/** Takes what gateways report of the messages that they took. */
public interface Receipts {

    /**
     * Takes receipts. One may come before the gateway's own answer, twice, or for an id that nobody knows; that one is kept
     * aside and matched once the id is known. When this returns they are kept, so the gateway may be told so.
     */
    void take(List<Receipt> receipts);
}
