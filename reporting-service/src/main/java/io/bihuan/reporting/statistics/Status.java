package io.bihuan.reporting.statistics;

/** Where a hazard stands in its life. */
public enum Status {
    FOUND,
    ASSIGNED,
    RECTIFIED,
    CLOSED,
    /** Found to be another hazard's double. */
    MERGED,
    /** Found to be none. */
    VOIDED
}
