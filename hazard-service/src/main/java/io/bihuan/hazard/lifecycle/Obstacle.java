package io.bihuan.hazard.lifecycle;

/** What, beyond a hazard's status, can stand in the way of a step (glossary, section 3). */
public enum Obstacle {
    /** A major hazard is closed only under a supervision number. */
    NOT_SUPERVISED,
    /** An extension is asked for before the deadline, not after it. */
    DEADLINE_PASSED,
    /** One request for an extension is decided before the next is made. */
    REQUEST_PENDING,
    /** There is no request to decide on. */
    NO_REQUEST,
    /** No level of supervision is above the province's. */
    HIGHEST_LEVEL
}
