package io.bihuan.notification.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside.
 *
 * @param topic where it came from
 * @param partition of that topic
 * @param offset in that partition
 * @param reason why it was set aside, as a code
 * @param detail the same for people
 * @param headers as they came, without those that tell why it was set aside
 * @param setAsideAt when it was set aside
 */
public record Arrival(
        String topic,
        int partition,
        long offset,
        @Nullable String reason,
        @Nullable String detail,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers,
        Instant setAsideAt) {

    public Arrival {
        headers = List.copyOf(headers);
    }

    /** A header; the same name may come more than once. */
    public record Header(String name, byte @Nullable [] value) {}
}
