package io.bihuan.hazard.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a case ended. */
@Schema(name = "CaseOutcome")
public enum Outcome {
    /** 已解决 */
    RESOLVED,
    /** 已出具书面方案: the caller has a written plan */
    PLANNED,
    /** 不属实; needs a reason */
    UNFOUNDED
}
