package io.bihuan.hazard.lifecycle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step that the hazard does not allow as it stands. Nothing was changed. */
public final class IllegalStep extends RuntimeException {

    private final Step step;
    private final Status status;
    private final @Nullable Obstacle obstacle;
    private final List<String> nextActions;

    IllegalStep(Step step, Status status, @Nullable Obstacle obstacle, Set<Step> nextSteps) {
        super("%s may not follow %s (%s); legal now: %s".formatted(step, status, obstacle, nextSteps));
        this.step = step;
        this.status = status;
        this.obstacle = obstacle;
        this.nextActions = nextSteps.stream().map(Step::action).toList();
    }

    public Step step() {
        return step;
    }

    /** The hazard's status, unchanged. */
    public Status status() {
        return status;
    }

    /** What stands in the way; null if it is the status itself. */
    public @Nullable Obstacle obstacle() {
        return obstacle;
    }

    /** The steps that may be taken instead, as clients call them. */
    public List<String> nextActions() {
        return nextActions;
    }
}
