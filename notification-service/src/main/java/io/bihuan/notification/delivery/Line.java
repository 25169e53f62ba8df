package io.bihuan.notification.delivery;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A gateway in use: what it may be given at a time, and whether it is believed to be there. */
final class Line {

    /** Of the last so many hand-overs that had an outcome… */
    private static final int LOOKED_AT = 20;

    /** …so many per cent failed: it is down. One in ten is a gateway with a bad day. */
    private static final float DOWN = 80;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final String name;
    private final Gateway gateway;
    private final @Nullable Bucket bucket;
    private final CircuitBreaker breaker;
    private final AtomicBoolean back = new AtomicBoolean();

    /**
     * @param perSecond how many messages its owner allows in a second; null if any number
     */
    Line(String name, Gateway gateway, @Nullable Integer perSecond, InstantSource time) {
        this.name = name;
        this.gateway = gateway;
        this.bucket = perSecond == null
                ? null
                : Bucket.builder()
                        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withNanosecondPrecision()
                        .build();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(LOOKED_AT / 2)
                        .failureRateThreshold(DOWN)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(
                                IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2, 0.5, LONGEST_WAIT))
                        .clock(time.withZone(ZoneOffset.UTC))
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                back.set(true);
            }
        });
    }

    String name() {
        return name;
    }

    boolean knowsMessages() {
        return gateway.knowsMessages();
    }

    /** Whether the next gateway need not stand in for it. */
    boolean isUp() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** Whether it came back since this was last asked. */
    boolean cameBack() {
        return back.getAndSet(false);
    }

    /**
     * How many messages it may be given now: none while it is down, but for one from time to time to see whether it still is.
     * What is not used must be given back.
     */
    int reserve(int most) {
        int allowed = bucket == null ? most : (int) bucket.tryConsumeAsMuchAsPossible(most);
        int permitted = 0;
        while (permitted < allowed && breaker.tryAcquirePermission()) {
            permitted++;
        }
        if (bucket != null) {
            bucket.addTokens(allowed - permitted);
        }
        return permitted;
    }

    /** Gives back what was reserved and not used. */
    void release(int unused) {
        for (int i = 0; i < unused; i++) {
            breaker.releasePermission();
        }
        if (bucket != null && unused > 0) {
            bucket.addTokens(unused);
        }
    }

    /** Hands over, with one reserved permission. */
    CompletionStage<Handover> handOver(Parcel parcel) {
        return begun(parcel).handle((handover, failure) -> {
            var outcome = handover != null ? handover : new Handover.Unclear("the gateway failed: " + failure);
            if (outcome instanceof Handover.NotTaken || outcome instanceof Handover.Unclear) {
                breaker.onError(0, TimeUnit.NANOSECONDS, new GatewayDown());
            } else {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
            return outcome;
        });
    }

    private CompletionStage<Handover> begun(Parcel parcel) {
        try {
            return gateway.handOver(parcel);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What the breaker counts; it is never thrown. */
    private static final class GatewayDown extends Exception {

        private static final long serialVersionUID = 1L;

        GatewayDown() {
            super("the gateway is down", null, false, false);
        }
    }
}
