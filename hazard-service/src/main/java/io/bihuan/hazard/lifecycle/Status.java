package io.bihuan.hazard.lifecycle;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

    /** 未销号: those with something still to be done. */
    public static final Set<Status> OPEN = Collections.unmodifiableSet(EnumSet.of(FOUND, ASSIGNED, RECTIFIED));

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
