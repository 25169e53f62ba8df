package io.bihuan.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt leaves behind.
 *
 * @param id the message
 * @param state {@code QUEUED} if it is to be tried again
 * @param gatewayId known if accepted
 * @param handedOverAt known if accepted
 * @param nextAttemptAt null if there will be none
 * @param failure why it is not accepted
 */
record Answer(
        UUID id,
        MessageState state,
        @Nullable String gatewayId,
        @Nullable Instant handedOverAt,
        @Nullable Instant nextAttemptAt,
        @Nullable String failure) {

    static Answer to(Parcel parcel, Handover handover, Instant now, RandomGenerator random) {
        if (handover instanceof Handover.Accepted accepted) {
            return new Answer(
                    parcel.id(), MessageState.ACCEPTED, accepted.gatewayIds().get(0), now, null, null);
        }
        if (handover instanceof Handover.Refused refused) {
            return new Answer(parcel.id(), MessageState.FAILED, null, null, null, refused.reason());
        }
        var next = now.isBefore(parcel.giveUpAt()) ? now.plus(Backoff.after(parcel.attempts(), random)) : null;
        if (handover instanceof Handover.NotTaken notTaken) {
            // An earlier attempt that was never answered may have arrived; only the gateway's answer can settle that.
            if (parcel.unknown()) {
                return new Answer(parcel.id(), MessageState.UNKNOWN, null, null, next, notTaken.reason());
            }
            var state = next == null ? MessageState.FAILED : MessageState.QUEUED;
            return new Answer(parcel.id(), state, null, null, next, notTaken.reason());
        }
        var unclear = (Handover.Unclear) handover;
        return new Answer(parcel.id(), MessageState.UNKNOWN, null, null, next, unclear.reason());
    }
}
