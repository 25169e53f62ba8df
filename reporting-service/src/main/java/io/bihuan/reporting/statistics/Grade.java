package io.bihuan.reporting.statistics;

/** How dangerous a hazard is: 重大, 较大, 一般, 低. */
public enum Grade {
    MAJOR,
    SERIOUS,
    GENERAL,
    MINOR
}
