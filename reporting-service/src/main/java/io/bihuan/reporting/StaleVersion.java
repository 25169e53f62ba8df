package io.bihuan.reporting;

import java.util.Set;

/** The client has seen another version of something than the one that now stands. Nothing was changed. */
public final class StaleVersion extends RuntimeException {

    private final int current;

    private StaleVersion(int current) {
        super("it now stands at version " + current);
        this.current = current;
    }

    /**
     * @param current the version that now stands
     * @param seen versions, any of which will do; empty if the client does not mind
     * @throws StaleVersion if none of them is current
     */
    public static void check(int current, Set<Integer> seen) {
        if (!seen.isEmpty() && !seen.contains(current)) {
            throw new StaleVersion(current);
        }
    }

    public int current() {
        return current;
    }
}
