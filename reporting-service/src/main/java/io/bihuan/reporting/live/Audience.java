package io.bihuan.reporting.live;

import io.micrometer.core.instrument.Counter;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Those who listen to one district. After news its figures are computed once for all of them, and only so often however much news
 * there is; then each is nudged, and reads them when it can take them.
 */
final class Audience {

    private static final Logger LOG = Logger.getLogger(Audience.class);

    /** Between the begin of one computation and that of the next. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private enum State {
        /** The figures are those after the latest news. */
        FRESH,
        /** They will be computed soon. */
        DUE,
        COMPUTING,
        /** They are being computed, and more news has come since that began. */
        COMPUTING_THE_PAST
    }

    private final String district;
    private final Teller teller;
    private final ScheduledExecutorService workers;
    private final Counter computations;
    private final Set<MultiEmitter<? super Audience>> listeners = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Present present;
    private State state = State.FRESH;
    private long next = System.nanoTime();

    Audience(String district, Teller teller, ScheduledExecutorService workers, Counter computations) {
        this.district = district;
        this.teller = teller;
        this.workers = workers;
        this.computations = computations;
    }

    String district() {
        return district;
    }

    /** The figures as they were computed last; null if they are still to be computed for the first time. */
    @Nullable
    Present present() {
        return present;
    }

    void enter(MultiEmitter<? super Audience> listener) {
        listeners.add(listener);
    }

    void leave(MultiEmitter<? super Audience> listener) {
        listeners.remove(listener);
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** Lets everybody read the figures, which whoever has them already takes for a sign of life. */
    void nudge() {
        for (MultiEmitter<? super Audience> listener : listeners) {
            try {
                listener.emit(this);
            } catch (RuntimeException e) {
                // Nobody else is to miss them because of one.
                LOG.warnf(e, "A listener to district '%s' can't be told and is sent away", district);
                listener.fail(e);
            }
        }
    }

    void dismiss() {
        listeners.forEach(MultiEmitter::complete);
    }

    /** The figures may have changed. */
    synchronized void hear() {
        if (state == State.FRESH) {
            computeIn(next - System.nanoTime());
        } else if (state == State.COMPUTING) {
            state = State.COMPUTING_THE_PAST;
        }
    }

    private synchronized void computeIn(long nanos) {
        state = State.DUE;
        workers.schedule(this::compute, nanos, TimeUnit.NANOSECONDS);
    }

    private void compute() {
        begin();
        boolean failed = false;
        if (!isEmpty()) {
            try {
                present = teller.tell(district);
                computations.increment();
            } catch (SQLException | RuntimeException e) {
                LOG.warnf(e, "The figures of district '%s' can't be told; trying again", district);
                failed = true;
            }
        }
        nudge();
        end(failed);
    }

    private synchronized void begin() {
        state = State.COMPUTING;
        next = System.nanoTime() + PAUSE_NANOS;
    }

    private synchronized void end(boolean failed) {
        if (failed) {
            computeIn(PAUSE_AFTER_FAILURE_NANOS);
        } else if (state == State.COMPUTING_THE_PAST) {
            computeIn(next - System.nanoTime());
        } else {
            state = State.FRESH;
        }
    }
}
