package io.bihuan.hazard.lifecycle;

/** How dangerous a hazard is, the worst first (glossary, section 4). The time to rectify each is policy, not code. */
public enum Grade {
    /** 重大 */
    MAJOR,
    /** 较大 */
    SERIOUS,
    /** 一般 */
    GENERAL,
    /** 低 */
    MINOR
}
