package io.bihuan.notification.delivery;

import java.util.concurrent.CompletionStage;

/** Takes messages to phones. It knows a message by its id: handed over again, it is still one message. */
public interface Gateway {

    /** Hands one message over. Answers within its own time limit, and with a {@link Handover} whatever goes wrong. */
    CompletionStage<Handover> handOver(Parcel parcel);
}
