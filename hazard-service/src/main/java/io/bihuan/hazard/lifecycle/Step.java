package io.bihuan.hazard.lifecycle;

import static io.bihuan.hazard.lifecycle.Status.ASSIGNED;
import static io.bihuan.hazard.lifecycle.Status.CLOSED;
import static io.bihuan.hazard.lifecycle.Status.FOUND;
import static io.bihuan.hazard.lifecycle.Status.MERGED;
import static io.bihuan.hazard.lifecycle.Status.RECTIFIED;
import static io.bihuan.hazard.lifecycle.Status.VOIDED;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state machine: every step of a hazard's life after it is found, the statuses it may be taken from, and the status
 * it leads to (glossary, section 3). There is no other way for a status to change.
 */
public enum Step {
    /** 交办/限期整改 */
    ASSIGN("assignment", ASSIGNED, FOUND),
    /** 整改完成 */
    RECTIFY("rectification", RECTIFIED, ASSIGNED),
    /** 复查合格 */
    REINSPECT("reinspection", null, RECTIFIED),
    /** 销号 */
    CLOSE("closure", CLOSED, RECTIFIED),
    /** 复查不合格 */
    RETURN("return", ASSIGNED, RECTIFIED),
    /** 申请延期 */
    REQUEST_EXTENSION("extension-requests", null, ASSIGNED),
    /** 批准或不批准延期 */
    DECIDE_EXTENSION("decision", null, ASSIGNED),
    /** 移交/转办 */
    TRANSFER("transfer", null, ASSIGNED),
    /** 重新定级 */
    REGRADE("regrading", null, FOUND, ASSIGNED, RECTIFIED),
    /** 挂牌督办 */
    SUPERVISE("supervision", null, FOUND, ASSIGNED, RECTIFIED),
    /** 合并 */
    MERGE("merger", MERGED, FOUND, ASSIGNED),
    /** 不属实 */
    VOID("voiding", VOIDED, FOUND),
    /** 回头看返潮 */
    REOPEN("reopening", ASSIGNED, CLOSED);

    private final String action;
    private final @Nullable Status to;
    private final Set<Status> from;

    /** @param to null where the hazard stays where it is */
    Step(String action, @Nullable Status to, Status... from) {
        this.action = action;
        this.to = to;
        this.from = Set.of(from);
    }

    /** The last part of the call that takes this step, as {@code nextActions} lists it. */
    public String action() {
        return action;
    }

    /** Whether this step may be taken from the given status. */
    public boolean mayFollow(Status status) {
        return from.contains(status);
    }

    /** Where this step leads from a status from which it may be taken. */
    public Status from(Status status) {
        if (!mayFollow(status)) {
            throw new IllegalArgumentException(this + " may not follow " + status);
        }
        return to == null ? status : to;
    }
}
