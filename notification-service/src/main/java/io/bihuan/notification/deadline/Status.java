package io.bihuan.notification.deadline;

/** Where a hazard stands in its life (glossary, section 3). Only an assigned one has somebody to remind. */
public enum Status {
    FOUND,
    ASSIGNED,
    RECTIFIED,
    CLOSED,
    MERGED,
    VOIDED
}
