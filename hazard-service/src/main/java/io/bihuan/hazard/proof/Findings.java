package io.bihuan.hazard.proof;

import java.util.ArrayList;
import java.util.List;

/** What a verification has found so far, on all its threads. The first are kept, all are counted. */
final class Findings {

    /** Who changes more than that has not changed single rows. */
    static final int MOST_KEPT = 1_000;

    private final List<Finding> kept = new ArrayList<>();
    private long wrong;

    synchronized void add(Finding finding) {
        if (finding.kind().isWrong()) {
            wrong++;
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(finding);
        }
    }

    synchronized List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** How many say that something is wrong. */
    synchronized long wrong() {
        return wrong;
    }
}
