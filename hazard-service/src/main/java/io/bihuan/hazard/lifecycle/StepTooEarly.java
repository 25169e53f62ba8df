package io.bihuan.hazard.lifecycle;

import java.time.Instant;

/** A step that is said to have happened before the one that it follows. Nothing was changed. */
public final class StepTooEarly extends RuntimeException {

    private final Step step;
    private final Instant at;
    private final Instant previousAt;

    StepTooEarly(Step step, Instant at, Instant previousAt) {
        super("%s at %s lies before the step it follows, at %s".formatted(step, at, previousAt));
        this.step = step;
        this.at = at;
        this.previousAt = previousAt;
    }

    public Step step() {
        return step;
    }

    /** When the step is said to have happened. */
    public Instant at() {
        return at;
    }

    /** When the step before it happened. */
    public Instant previousAt() {
        return previousAt;
    }
}
