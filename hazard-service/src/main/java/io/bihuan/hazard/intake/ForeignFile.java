package io.bihuan.hazard.intake;

/** A file that is no text at all: a spreadsheet, an archive, a picture. */
public final class ForeignFile extends RuntimeException {

    private final String reason;

    ForeignFile(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** A key of {@code messages.properties}. */
    public String reason() {
        return reason;
    }
}
