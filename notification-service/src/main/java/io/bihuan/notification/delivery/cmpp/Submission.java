package io.bihuan.notification.delivery.cmpp;

import io.bihuan.notification.delivery.Handover;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to the carrier, its parts one after another: no part goes out before the one in front of it was
 * taken, so that a message which the carrier refuses is refused as a whole. Touched by the session's thread only.
 */
final class Submission {

    private final String phone;
    private final List<Part> parts;
    private final List<String> taken = new ArrayList<>();
    private final CompletableFuture<Handover> outcome = new CompletableFuture<>();

    private @Nullable Future<?> answerTimer;
    private @Nullable Future<?> limitTimer;
    private boolean late;

    /** @param phone as the carrier wants it */
    Submission(String phone, List<Part> parts) {
        this.phone = phone;
        this.parts = List.copyOf(parts);
    }

    String phone() {
        return phone;
    }

    CompletionStage<Handover> outcome() {
        return outcome;
    }

    Part next() {
        return parts.get(taken.size());
    }

    boolean hasBegun() {
        return !taken.isEmpty();
    }

    /** Whether the time in which its last part must go out is over. */
    boolean isLate() {
        return late;
    }

    void startsWaiting(Future<?> limit) {
        limitTimer = limit;
    }

    void isLateNow() {
        late = true;
    }

    void wentOut(Future<?> answerTimeout) {
        answerTimer = answerTimeout;
    }

    void answered() {
        cancel(answerTimer);
    }

    /** @return whether that was the last part */
    boolean taken(String gatewayId) {
        taken.add(gatewayId);
        if (taken.size() < parts.size()) {
            return false;
        }
        end(new Handover.Accepted(taken));
        return true;
    }

    void refused(Result result) {
        if (hasBegun()) {
            end(new Handover.Unclear(result.words() + beside(), taken));
        } else if (result.isThrottled() || result.isAboutTheAccount()) {
            end(new Handover.NotTaken(result.words()));
        } else {
            end(new Handover.Refused(result.words()));
        }
    }

    /** The next part did not go out and will not. */
    void stayed(String why) {
        end(hasBegun() ? new Handover.Unclear(why + beside(), taken) : new Handover.NotTaken(why));
    }

    /** The part that is out may have reached the carrier or not. */
    void lost(String why) {
        end(new Handover.Unclear(why, taken));
    }

    private String beside() {
        return ", after it took " + taken.size() + " of " + parts.size() + " parts";
    }

    private void end(Handover handover) {
        cancel(answerTimer);
        cancel(limitTimer);
        outcome.complete(handover);
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
