package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Count;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Tally;
import java.util.Arrays;

/** What a ranking knows of a district or unit: how many hazards of each grade were found, and how many of them each cause is about. */
final class Account {

    private static final Grade[] GRADES = Grade.values();
    private static final Cause[] CAUSES = Cause.values();

    private final long[] found = new long[GRADES.length];
    private final long[][] counts = new long[CAUSES.length][GRADES.length];

    Account add(Grade grade, Tally hazards) {
        found[grade.ordinal()] += hazards.count(Count.FOUND);
        for (Cause cause : CAUSES) {
            counts[cause.ordinal()][grade.ordinal()] += hazards.count(cause.count());
        }
        return this;
    }

    long found() {
        return Arrays.stream(found).sum();
    }

    long found(Grade grade) {
        return found[grade.ordinal()];
    }

    long of(Cause cause) {
        return Arrays.stream(counts[cause.ordinal()]).sum();
    }

    long of(Cause cause, Grade grade) {
        return counts[cause.ordinal()][grade.ordinal()];
    }
}
