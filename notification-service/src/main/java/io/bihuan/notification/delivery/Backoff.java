package io.bihuan.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: twice as long each time, and never all at the same moment. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Backoff() {}

    /** Half of the wait is fixed and half random, so that a gateway that comes back isn't met by everyone at once. */
    public static Duration after(int attempts, RandomGenerator random) {
        long doubled = FIRST.toMillis() << Math.min(Math.max(attempts - 1, 0), 20);
        long wait = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(wait / 2 + random.nextLong(wait / 2 + 1));
    }
}
