package io.bihuan.hazard.casework;

import static io.bihuan.hazard.casework.CaseStatus.ASSIGNED;
import static io.bihuan.hazard.casework.CaseStatus.CLOSED;
import static io.bihuan.hazard.casework.CaseStatus.RECEIVED;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a case: the steps after it is received, the statuses that each may be taken from, and where it
 * leads. A case that is answered at once need not be assigned.
 */
enum CaseStep {
    /** 派单, and 改派 of an assigned case */
    ASSIGN("assignment", Set.of(RECEIVED, ASSIGNED), ASSIGNED),
    /** 到达服务时限节点 */
    REACH("milestones", Set.of(RECEIVED, ASSIGNED), null),
    /** 转隐患 */
    OPEN_HAZARD("hazard", Set.of(RECEIVED, ASSIGNED), null),
    /** 办结 */
    CLOSE("closing", Set.of(RECEIVED, ASSIGNED), CLOSED);

    private final String action;
    private final Set<CaseStatus> from;
    private final @Nullable CaseStatus to;

    CaseStep(String action, Set<CaseStatus> from, @Nullable CaseStatus to) {
        this.action = action;
        this.from = from;
        this.to = to;
    }

    /** The last part of the call that takes this step. */
    String action() {
        return action;
    }

    boolean mayFollow(CaseStatus status) {
        return from.contains(status);
    }

    CaseStatus from(CaseStatus status) {
        return to == null ? status : to;
    }
}
