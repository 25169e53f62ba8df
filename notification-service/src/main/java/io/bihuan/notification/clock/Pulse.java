package io.bihuan.notification.clock;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One thread that does a piece of work over and over: again at once while there is more to do, else after a short rest, or
 * when it is nudged. What fails is tried again after a longer and longer rest.
 */
final class Pulse {

    /** Does what there is to do, and answers whether there is more to do at once. */
    interface Work {
        boolean work() throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    /** Quarkus's scheduler looks once a second; a reminder that is due shall not wait so long. */
    private static final Duration REST = Duration.ofMillis(200);

    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final Work work;
    private final Thread thread;
    private final Semaphore nudge = new Semaphore(0);
    private volatile boolean stopped;

    Pulse(String name, Work work) {
        this.work = work;
        this.thread = new Thread(this::beat, name);
    }

    void start() {
        thread.start();
    }

    boolean beats() {
        return thread.isAlive();
    }

    void nudge() {
        nudge.release();
    }

    /** Returns when the piece of work at hand is done. */
    void stop() throws InterruptedException {
        stopped = true;
        nudge();
        thread.join();
    }

    private void beat() {
        int failures = 0;
        while (!stopped) {
            try {
                boolean more = work.work();
                failures = 0;
                if (!more) {
                    rest(REST);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                failures++;
                LOG.warnf(e, "%s failed %d times in a row and will try again", thread.getName(), failures);
                try {
                    rest(min(REST.multipliedBy(1L << Math.min(failures, 10)), LONGEST_REST));
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (nudge.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            nudge.drainPermits();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
