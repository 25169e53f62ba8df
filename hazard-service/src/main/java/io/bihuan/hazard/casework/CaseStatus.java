package io.bihuan.hazard.casework;

/** Where a case stands. Which step leads where is {@link CaseStep}'s to say. */
public enum CaseStatus {
    /** 已受理 */
    RECEIVED,
    /** 已派单 */
    ASSIGNED,
    /** 已办结 */
    CLOSED
}
