package io.bihuan.notification.ladder;

/** How grave a hazard is (glossary, section 4), gravest first. */
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
