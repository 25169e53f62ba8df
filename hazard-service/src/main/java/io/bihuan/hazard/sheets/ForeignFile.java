package io.bihuan.hazard.sheets;

/** A file that is neither a text nor an XLSX workbook: an older workbook, an archive, a picture. */
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
