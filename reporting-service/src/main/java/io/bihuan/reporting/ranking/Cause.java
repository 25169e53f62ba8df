package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Count;

/** Why points are deducted: each counts some of the hazards found. That hazards are found is no cause, or nobody would look for them. */
public enum Cause {
    OVERDUE_NOW(Count.OVERDUE_NOW),
    OVERDUE_EVER(Count.OVERDUE_EVER),
    ESCALATED(Count.ESCALATED),
    RETURNED(Count.RETURNED),
    OPEN(Count.OPEN);

    private final Count count;

    Cause(Count count) {
        this.count = count;
    }

    /** The hazards that it is about. */
    public Count count() {
        return count;
    }
}
