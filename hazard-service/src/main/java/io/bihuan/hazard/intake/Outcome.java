package io.bihuan.hazard.intake;

/** What became of a row. */
enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    FAILED
}
