package io.bihuan.notification.delivery;

import io.bihuan.notification.ladder.Quiet;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Carries messages to the gateways: claims as many as it has hands free, hands them over side by side, and records the
 * answers as they come, in batches, so that one slow message holds up no other. New messages go to the first gateway, and to
 * the next one while that is down. One thread works it.
 */
@ApplicationScoped
public class Courier {

    /** How many messages are handed over at one time. */
    public static final int HANDS = 256;

    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** Leases that ran out are looked for among all that wait, which is not done for every handful of messages. */
    private static final Duration STRANDING = Duration.ofSeconds(5);

    private record Back(Parcel parcel, Line line, Handover handover) {}

    private final Leases leases;
    private final Lines lines;
    private final Receipts receipts;
    private final Quiet quiet;
    private final InstantSource time;
    private final MeterRegistry metrics;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final BlockingQueue<Back> back = new LinkedBlockingQueue<>();
    private final List<Answer> unrecorded = new ArrayList<>();
    private final AtomicInteger carried;
    private Instant strandedAt = Instant.EPOCH;

    Courier(Leases leases, Lines lines, Receipts receipts, Quiet quiet, InstantSource time, MeterRegistry metrics) {
        this.leases = leases;
        this.lines = lines;
        this.receipts = receipts;
        this.quiet = quiet;
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
        prepare();
        boolean takesNew = true;
        for (var line : lines) {
            carry(line, takesNew);
            takesNew &= !line.isUp();
        }
        if (carried.get() == 0) {
            receipts.sweep();
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

    private void prepare() throws SQLException {
        for (var line : lines) {
            if (line.cameBack()) {
                leases.wake();
            }
        }
        var now = time.instant();
        if (Duration.between(strandedAt, now).abs().compareTo(STRANDING) > 0) {
            leases.strand(lines.thatForget());
            strandedAt = now;
        }
        if (quiet.at(now)) {
            leases.rest(quiet.over(now));
        }
    }

    private void carry(Line line, boolean takesNew) throws SQLException {
        int reserved = line.reserve(HANDS - carried.get());
        if (reserved == 0) {
            return;
        }
        int used = 0;
        try {
            for (var parcel : leases.claim(line, takesNew, reserved)) {
                if (parcel.unknown() || time.instant().isBefore(parcel.giveUpAt())) {
                    used++;
                    carry(parcel, line);
                } else {
                    carried.incrementAndGet();
                    unrecorded.add(Answer.tooLate(parcel, line.name()));
                }
            }
        } finally {
            line.release(reserved - used);
        }
    }

    private void carry(Parcel parcel, Line line) {
        carried.incrementAndGet();
        line.handOver(parcel).thenAccept(handover -> back.add(new Back(parcel, line, handover)));
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
        var answer = Answer.to(returned.parcel(), returned.line(), returned.handover(), now, random);
        unrecorded.add(answer);
        metrics.counter(
                        "notification.attempts",
                        "gateway",
                        answer.gateway(),
                        "state",
                        answer.state().name())
                .increment();
        if (answer.state() == MessageState.ACCEPTED) {
            metrics.timer("notification.handover.lag")
                    .record(Duration.between(returned.parcel().createdAt(), now));
        }
    }
}
