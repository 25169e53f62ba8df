package io.bihuan.hazard.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Person;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Doer;
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
    private final CurrentPerson current;

    Times(InstantSource clock, CurrentPerson current) {
        this.clock = clock;
        this.current = current;
    }

    public Instant now() {
        return clock.instant();
    }

    /** A step that the caller takes now. */
    public Occasion live() {
        return live(null);
    }

    /**
     * A step taken now.
     *
     * @param told who took it, as the caller says; null if he did himself
     * @throws CurrentPerson.SomebodyElse if that is another person, for whom he may not speak
     */
    public Occasion live(@Nullable String told) {
        Instant now = now();
        return occasion(now, now, told);
    }

    /** A step that is reported now and was taken at the given time, or now if none is given. */
    public Occasion past(String field, @Nullable Instant at, @Nullable String told) {
        Instant now = now();
        if (at != null && (at.isAfter(now) || at.isBefore(EARLIEST))) {
            throw new Refusal(field, "time.notPast", at);
        }
        return occasion(at == null ? now : at, now, told);
    }

    /** Who is told to have done something: the caller himself, or somebody for whom he may speak. */
    public @Nullable Doer doer(@Nullable String told) {
        if (told == null) {
            return null;
        }
        Occasion occasion = live(told);
        return new Doer(occasion.by(), occasion.onBehalf() ? null : occasion.recordedBy());
    }

    private Occasion occasion(Instant at, Instant now, @Nullable String told) {
        Person caller = current.get();
        String by = current.nameOnRecord(told);
        return new Occasion(at, now, by, caller.subject(), !by.equals(caller.name()), current.scope());
    }

    public @Nullable Instant deadline(String field, @Nullable Instant dueAt) {
        if (dueAt != null && dueAt.isAfter(now().plus(FURTHEST))) {
            throw new Refusal(field, "dueAt.tooFar", dueAt);
        }
        return dueAt;
    }
}
