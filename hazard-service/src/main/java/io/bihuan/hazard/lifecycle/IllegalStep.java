package io.bihuan.hazard.lifecycle;

/** A step that may not follow the hazard's status. Nothing was changed. */
public final class IllegalStep extends RuntimeException {

    private final Step step;
    private final Status status;

    IllegalStep(Step step, Status status) {
        super("%s may not follow %s; legal now: %s".formatted(step, status, status.nextActions()));
        this.step = step;
        this.status = status;
    }

    public Step step() {
        return step;
    }

    /** The hazard's status, unchanged. */
    public Status status() {
        return status;
    }
}
