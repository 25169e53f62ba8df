package io.bihuan.hazard.lifecycle;

/** Where a hazard stands in its life (glossary, section 3). Which step leads where is {@link Step}'s to say. */
public enum Status {
    /** 已发现，待交办 */
    FOUND,
    /** 已交办，整改中 */
    ASSIGNED,
    /** 已整改，待复查 */
    RECTIFIED,
    /** 已销号 */
    CLOSED,
    /** 已并入另一隐患 */
    MERGED,
    /** 不属实 */
    VOIDED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == FOUND || this == ASSIGNED || this == RECTIFIED;
    }
}
