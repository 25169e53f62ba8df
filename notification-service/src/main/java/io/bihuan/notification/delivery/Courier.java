package io.bihuan.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages to the gateway: claims as many as it has hands free, hands them over side by side, and records the
 * answers as they come, in batches, so that one slow message holds up no other. One thread works it.
 */
@ApplicationScoped
public class Courier {

    /** How many messages are handed over at one time. */
    public static final int HANDS = 256;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private record Back(Parcel parcel, Handover handover) {}

    private final Leases leases;
    private final Gateway gateway;
    private final InstantSource time;
    private final MeterRegistry metrics;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final BlockingQueue<Back> back = new LinkedBlockingQueue<>();
    private final List<Answer> unrecorded = new ArrayList<>();
    private final AtomicInteger carried;

    Courier(Leases leases, @Identifier("http") Gateway gateway, InstantSource time, MeterRegistry metrics) {
        this.leases = leases;
        this.gateway = gateway;
        this.time = time;
        this.metrics = metrics;
        this.carried = metrics.gauge("notification.messages.carried", new AtomicInteger());
    }

    /**
     * Does what there is to do.
     *
     * @return whether there is more to do at once
     */
    public boolean work() throws InterruptedException, SQLException {
        settle();
        int free = HANDS - carried.get();
        if (free > 0) {
            leases.claim(free).forEach(this::carry);
        }
        return carried.get() > 0;
    }

    /** Claims nothing more, and waits for the answers to what is out. */
    public void finish(Duration patience) throws InterruptedException, SQLException {
        var end = System.nanoTime() + patience.toNanos();
        while (carried.get() > 0 && System.nanoTime() < end) {
            settle();
        }
    }

    private void carry(Parcel parcel) {
        carried.incrementAndGet();
        gateway.handOver(parcel)
                .whenComplete((handover, failure) -> back.add(new Back(parcel, orUnclear(handover, failure))));
    }

    private static Handover orUnclear(@Nullable Handover handover, @Nullable Throwable failure) {
        return handover != null ? handover : new Handover.Unclear("the gateway failed: " + failure);
    }

    /** An answer that can't be recorded now, because the database is away, is kept until it can. */
    private void settle() throws InterruptedException, SQLException {
        if (carried.get() > 0 && unrecorded.isEmpty()) {
            var first = back.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                take(first);
            }
        }
        var more = new ArrayList<Back>();
        back.drainTo(more);
        more.forEach(this::take);
        if (!unrecorded.isEmpty()) {
            leases.record(unrecorded);
            carried.addAndGet(-unrecorded.size());
            unrecorded.clear();
        }
    }

    private void take(Back returned) {
        var now = time.instant();
        var answer = Answer.to(returned.parcel(), returned.handover(), now, random);
        unrecorded.add(answer);
        metrics.counter("notification.attempts", "state", answer.state().name()).increment();
        if (answer.state() == MessageState.ACCEPTED) {
            metrics.timer("notification.handover.lag")
                    .record(Duration.between(returned.parcel().createdAt(), now));
        }
    }
}
