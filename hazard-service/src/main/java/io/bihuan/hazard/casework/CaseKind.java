package io.bihuan.hazard.casework;

/** What a caller reports, as far as the service clocks tell one from another (glossary, section 4). */
public enum CaseKind {
    /** 泄漏 */
    LEAK,
    /** 小故障 */
    SMALL_FAULT,
    /** 大故障 */
    LARGE_FAULT,
    /** 投诉 */
    COMPLAINT,
    /** 举报隐患 */
    REPORT,
    /** 咨询、求助 */
    SERVICE
}
