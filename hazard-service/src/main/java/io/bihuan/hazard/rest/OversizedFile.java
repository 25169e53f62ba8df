package io.bihuan.hazard.rest;

/** A file that is larger than this service takes in. */
public final class OversizedFile extends RuntimeException {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    private final String largest;

    /** @param bytes of the largest that it takes */
    public OversizedFile(long bytes) {
        this(bytes < MEGABYTE ? Math.max(1, bytes / KILOBYTE) + " KB" : bytes / MEGABYTE + " MB");
    }

    private OversizedFile(String largest) {
        super("a file of more than " + largest);
        this.largest = largest;
    }

    /** The size of the largest that it takes, with its unit. */
    public String largest() {
        return largest;
    }
}
