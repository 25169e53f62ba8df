package io.bihuan.hazard.lifecycle;

/** Who or what brought a hazard to light (glossary, section 8). */
public enum Source {
    /** 企业自查 */
    SELF_CHECK,
    /** 部门检查 */
    INSPECTION,
    /** 抽查暗访 */
    SPOT_CHECK,
    /** 专家检查 */
    EXPERT,
    /** 群众举报 */
    CITIZEN,
    /** 12345 热线 */
    HOTLINE_12345,
    /** 回头看 */
    LOOK_BACK,
    /** 监测报警 */
    MONITORING;

    /** Whether who found it, or stood by, may be a citizen, whom the unit must not know (glossary, section 1). */
    public boolean isCitizens() {
        return this == CITIZEN || this == HOTLINE_12345;
    }
}
