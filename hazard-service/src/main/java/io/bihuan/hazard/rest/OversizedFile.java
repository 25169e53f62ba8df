package io.bihuan.hazard.rest;

/** A file that is larger than this service takes in. */
final class OversizedFile extends RuntimeException {

    private final long megabytes;

    OversizedFile(long megabytes) {
        super("a file of more than " + megabytes + " MB");
        this.megabytes = megabytes;
    }

    /** The largest that it takes. */
    long megabytes() {
        return megabytes;
    }
}
