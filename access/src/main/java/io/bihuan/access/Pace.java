package io.bihuan.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How fast one may call: each person, and each address from which tokens come that are none. Each replica counts for itself, and
 * forgets whoever comes last when too many come.
 */
@Singleton
class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Whoever has a token sends it wrong now and then; whoever guesses does nothing else. */
    private static final int CALLS_PER_GUESS = 100;

    private static final int MOST_KNOWN = 100_000;

    private final LoadingCache<String, Bucket> people;
    private final LoadingCache<String, Bucket> strangers;

    @Inject
    Pace(@ConfigProperty(name = "bihuan.access.calls-per-minute", defaultValue = "6000") int callsPerMinute) {
        this.people = buckets(callsPerMinute);
        this.strangers = buckets(Math.max(1, callsPerMinute / CALLS_PER_GUESS));
    }

    private static LoadingCache<String, Bucket> buckets(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build(whom -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(perMinute)
                                .refillGreedy(perMinute, MINUTE)
                                .build())
                        .build());
    }

    /** How many seconds a person must wait before the next call is answered; 0 if it may be now. */
    long waitOfPerson(String subject) {
        return wait(people.get(subject));
    }

    /** The same of an address from which another token came that is none. */
    long waitOfStranger(String address) {
        return wait(strangers.get(address));
    }

    private static long wait(Bucket bucket) {
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        return taken.isConsumed()
                ? 0
                : 1 + Duration.ofNanos(taken.getNanosToWaitForRefill()).toSeconds();
    }
}
