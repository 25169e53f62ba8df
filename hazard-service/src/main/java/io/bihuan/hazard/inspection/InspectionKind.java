package io.bihuan.hazard.inspection;

import io.bihuan.hazard.lifecycle.Source;

/** Who inspects, and why (glossary, section 8). */
public enum InspectionKind {
    /** 部门检查 */
    INSPECTION(Source.INSPECTION),
    /** 抽查暗访 */
    SPOT_CHECK(Source.SPOT_CHECK),
    /** 专家检查 */
    EXPERT(Source.EXPERT),
    /** 企业自查 */
    SELF_CHECK(Source.SELF_CHECK),
    /** 回头看 */
    LOOK_BACK(Source.LOOK_BACK);

    private final Source source;

    InspectionKind(Source source) {
        this.source = source;
    }

    /** As a hazard that comes to light in it has it. */
    Source source() {
        return source;
    }
}
