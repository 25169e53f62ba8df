package io.bihuan.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt leaves behind.
 *
 * @param id the message
 * @param gateway who was asked
 * @param state {@code QUEUED} if it is to be tried again
 * @param gatewayIds of the parts that the gateway surely has
 * @param handedOverAt known if accepted
 * @param nextAttemptAt null if there will be none
 * @param failure why it is not accepted
 */
record Answer(
        UUID id,
        String gateway,
        MessageState state,
        List<String> gatewayIds,
        @Nullable Instant handedOverAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String failure) {

    /** What a hand-over to a line comes to. */
    static Answer to(Parcel parcel, Line line, Handover handover, Instant now, RandomGenerator random) {
        return to(parcel, line.name(), line.knowsMessages(), handover, now, random);
    }

    static Answer to(
            Parcel parcel,
            String gateway,
            boolean knowsMessages,
            Handover handover,
            Instant now,
            RandomGenerator random) {
        var id = parcel.id();
        if (handover instanceof Handover.Accepted accepted) {
            return new Answer(id, gateway, MessageState.ACCEPTED, accepted.gatewayIds(), now, null, null);
        }
        if (handover instanceof Handover.Refused refused) {
            return new Answer(id, gateway, MessageState.FAILED, List.of(), null, null, refused.reason());
        }
        var next = now.isBefore(parcel.giveUpAt()) ? now.plus(Backoff.after(parcel.attempts(), random)) : null;
        if (handover instanceof Handover.NotTaken notTaken) {
            // An earlier attempt that was never answered may have arrived; only the gateway's answer can settle that.
            var otherwise = next == null ? MessageState.FAILED : MessageState.QUEUED;
            var state = parcel.unknown() ? MessageState.UNKNOWN : otherwise;
            return new Answer(id, gateway, state, List.of(), null, next, notTaken.reason());
        }
        var unclear = (Handover.Unclear) handover;
        return new Answer(
                id,
                gateway,
                MessageState.UNKNOWN,
                unclear.gatewayIds(),
                null,
                knowsMessages ? next : null,
                unclear.reason());
    }

    /** What waited so long that it helps nobody any more is not handed over. */
    static Answer tooLate(Parcel parcel, String gateway) {
        return new Answer(
                parcel.id(),
                gateway,
                MessageState.FAILED,
                List.of(),
                null,
                null,
                "could not be handed over before " + parcel.giveUpAt());
    }
}
