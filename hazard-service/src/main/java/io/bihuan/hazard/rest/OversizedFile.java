package io.bihuan.hazard.rest;

/** A file that is larger than this service takes in. */
public final class OversizedFile extends RuntimeException {

    private final long megabytes;

    public OversizedFile(long megabytes) {
        super("a file of more than " + megabytes + " MB");
        this.megabytes = megabytes;
    }

    /** The largest that it takes. */
    public long megabytes() {
        return megabytes;
    }
}
