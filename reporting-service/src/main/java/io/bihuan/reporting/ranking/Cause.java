package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Figures;
import java.util.function.ToLongFunction;

/** Why points are deducted: each counts some of the hazards found. That hazards are found is no cause, or nobody would look for them. */
public enum Cause {
    OVERDUE_NOW(Count.OVERDUE_NOW, Figures::overdueNow),
    OVERDUE_EVER(Count.OVERDUE_EVER, Figures::overdueEver),
    ESCALATED(Count.ESCALATED, Figures::escalated),
    RETURNED(Count.RETURNED, Figures::returned),
    OPEN(Count.OPEN, Figures::open);

    private final Count count;
    private final ToLongFunction<Figures> number;

    Cause(Count count, ToLongFunction<Figures> number) {
        this.count = count;
        this.number = number;
    }

    /** The hazards that it is about. */
    public Count count() {
        return count;
    }

    long of(Figures figures) {
        return number.applyAsLong(figures);
    }
}
