package io.bihuan.reporting.statistics;

/** How a hazard came to light. */
public enum Source {
    SELF_CHECK,
    INSPECTION,
    SPOT_CHECK,
    EXPERT,
    CITIZEN,
    HOTLINE_12345,
    LOOK_BACK,
    MONITORING
}
