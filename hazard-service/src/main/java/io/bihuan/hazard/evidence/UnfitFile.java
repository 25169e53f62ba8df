package io.bihuan.hazard.evidence;

/** A file of a kind that is not taken as evidence. */
public final class UnfitFile extends RuntimeException {

    UnfitFile() {
        super("neither JPEG nor PNG nor PDF");
    }
}
