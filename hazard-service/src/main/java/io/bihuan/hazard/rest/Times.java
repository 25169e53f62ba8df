package io.bihuan.hazard.rest;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The times that a request may name: a step's own lies in the past, a deadline not further off than plans reach. */
@ApplicationScoped
public class Times {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration FURTHEST = Duration.ofDays(3653);

    private final InstantSource clock;

    Times(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** A step taken now. */
    public Occasion live(@Nullable String by) {
        return Occasion.live(now(), by);
    }

    /** A step that is reported now and was taken at the given time, or now if none is given. */
    public Occasion past(String field, @Nullable Instant at, @Nullable String by) {
        Instant now = now();
        if (at == null) {
            return Occasion.live(now, by);
        }
        if (at.isAfter(now) || at.isBefore(EARLIEST)) {
            throw new Refusal(field, "time.notPast", at);
        }
        return new Occasion(at, now, by);
    }

    public @Nullable Instant deadline(String field, @Nullable Instant dueAt) {
        if (dueAt != null && dueAt.isAfter(now().plus(FURTHEST))) {
            throw new Refusal(field, "dueAt.tooFar", dueAt);
        }
        return dueAt;
    }
}
