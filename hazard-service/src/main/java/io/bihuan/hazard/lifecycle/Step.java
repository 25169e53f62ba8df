package io.bihuan.hazard.lifecycle;

import static io.bihuan.hazard.lifecycle.Status.ASSIGNED;
import static io.bihuan.hazard.lifecycle.Status.CLOSED;
import static io.bihuan.hazard.lifecycle.Status.FOUND;
import static io.bihuan.hazard.lifecycle.Status.RECTIFIED;

/**
 * The state machine: every step of a hazard's life after it is found, the status it may be taken from, and the status
 * it leads to (glossary, section 3). There is no other way for a status to change.
 */
public enum Step {
    /** 交办/限期整改 */
    ASSIGN("assignment", FOUND, ASSIGNED),
    /** 整改完成 */
    RECTIFY("rectification", ASSIGNED, RECTIFIED),
    /** 销号 */
    CLOSE("closure", RECTIFIED, CLOSED),
    /** 复查不合格 */
    RETURN("return", RECTIFIED, ASSIGNED);

    private final String action;
    private final Status from;
    private final Status to;

    Step(String action, Status from, Status to) {
        this.action = action;
        this.from = from;
        this.to = to;
    }

    /** The last part of the call that takes this step, as {@code nextActions} lists it. */
    public String action() {
        return action;
    }

    boolean mayFollow(Status status) {
        return status == from;
    }

    /**
     * Where this step leads from the given status.
     *
     * @throws IllegalStep if it may not be taken there
     */
    public Status from(Status status) {
        if (!mayFollow(status)) {
            throw new IllegalStep(this, status);
        }
        return to;
    }
}
