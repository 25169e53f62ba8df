package io.bihuan.hazard.handling;

/** The client acted on a version of the hazard that is no longer the current one. Nothing was changed. */
public final class StaleVersion extends RuntimeException {

    private final int current;

    StaleVersion(int current) {
        super("the hazard now stands at version " + current);
        this.current = current;
    }

    public int current() {
        return current;
    }
}
