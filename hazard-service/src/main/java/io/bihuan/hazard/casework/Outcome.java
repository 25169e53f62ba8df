package io.bihuan.hazard.casework;

/** How a case ended. */
public enum Outcome {
    /** 已解决 */
    RESOLVED,
    /** 已出具书面方案: the caller has a written plan */
    PLANNED,
    /** 不属实; needs a reason */
    UNFOUNDED
}
