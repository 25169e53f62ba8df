package io.bihuan.hazard.evidence;

/** A file of a kind that is not taken. */
public final class UnfitFile extends RuntimeException {

    private final String reason;

    UnfitFile(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** A key of {@code messages.properties}. */
    public String reason() {
        return reason;
    }
}
