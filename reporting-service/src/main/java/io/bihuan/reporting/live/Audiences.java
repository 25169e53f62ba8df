package io.bihuan.reporting.live;

import io.bihuan.reporting.facts.News;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All who listen to districts at this replica. */
@ApplicationScoped
public class Audiences {

    /** How many may listen at the same time. */
    static final int MOST_LISTENERS = 5_000;

    private static final int WORKERS = 2;

    /** So often a listener hears something, that no proxy takes the connection for a dead one and a dead one is noticed. */
    private static final long HEARTBEAT_SECONDS = 15;

    /**
     * So often all figures are computed without any news: what was told ahead of its time takes effect without a word, and news may be
     * lost.
     */
    private static final long DOUBT_SECONDS = 60;

    private final Teller teller;
    private final Counter computations;
    private final ConcurrentMap<String, Audience> audiences = new ConcurrentHashMap<>();
    private final AtomicInteger listeners = new AtomicInteger();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, Audiences::thread);
    private volatile boolean closed;

    Audiences(Teller teller, MeterRegistry meters) {
        this.teller = teller;
        this.computations = meters.counter("reporting.live.computations");
        meters.gauge("reporting.live.listeners", listeners);
        workers.scheduleAtFixedRate(
                () -> audiences.values().forEach(Audience::nudge),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
        workers.scheduleAtFixedRate(() -> hear(News.ofEverything()), DOUBT_SECONDS, DOUBT_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether nobody more can listen at the moment. */
    public boolean isFull() {
        return closed || listeners.get() >= MOST_LISTENERS;
    }

    /**
     * A district's figures whenever they have changed, the present ones first. Who is slow misses some, never the latest.
     *
     * @param district empty for the whole register
     * @param known the revision that the listener has already; null for none
     * @return empty in between, as a sign of life
     */
    public Multi<Optional<Present>> listen(String district, @Nullable String known) {
        return Multi.createFrom().deferred(() -> {
            Listener listener = new Listener(known);
            return Multi.createFrom()
                    .<Audience>emitter(emitter -> enter(district, emitter), BackPressureStrategy.LATEST)
                    .map(audience -> listener.next(audience.present()));
        });
    }

    private void enter(String district, MultiEmitter<? super Audience> listener) {
        listeners.incrementAndGet();
        Audience audience = audiences.compute(district, (code, there) -> {
            Audience entered = there == null ? new Audience(code, teller, workers, computations) : there;
            entered.enter(listener);
            return entered;
        });
        listener.onTermination(() -> leave(district, listener));
        if (audience.present() == null) {
            audience.hear();
        }
        listener.emit(audience);
    }

    private void leave(String district, MultiEmitter<? super Audience> listener) {
        listeners.decrementAndGet();
        audiences.computeIfPresent(district, (code, audience) -> {
            audience.leave(listener);
            return audience.isEmpty() ? null : audience;
        });
    }

    void hear(News news) {
        audiences.values().stream()
                .filter(audience -> news.concerns(audience.district()))
                .forEach(Audience::hear);
    }

    /** Those who listen would hold up the shutdown; they come back to another replica. */
    void close(@Observes ShutdownDelayInitiatedEvent shutdown) {
        closed = true;
        audiences.values().forEach(Audience::dismiss);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "live");
        thread.setDaemon(true);
        return thread;
    }

    /** One who listens. */
    private static final class Listener {
        private @Nullable String known;

        private Listener(@Nullable String known) {
            this.known = known;
        }

        private Optional<Present> next(@Nullable Present present) {
            if (present == null || present.revision().equals(known)) {
                return Optional.empty();
            }
            known = present.revision();
            return Optional.of(present);
        }
    }
}
