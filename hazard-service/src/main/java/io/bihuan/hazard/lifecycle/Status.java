package io.bihuan.hazard.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a hazard stands in its life (glossary, section 3). Which step leads where is {@link Step}'s to say. */
public enum Status {
    /** 已发现，待交办 */
    FOUND,
    /** 已交办，整改中 */
    ASSIGNED,
    /** 已整改，待复查 */
    RECTIFIED,
    /** 已销号 */
    CLOSED;

    /** The steps that may be taken from here, in the order in which a life usually takes them. */
    public Set<Step> nextSteps() {
        return Arrays.stream(Step.values())
                .filter(step -> step.mayFollow(this))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    /** {@link #nextSteps()} as clients call them. */
    public List<String> nextActions() {
        return nextSteps().stream().map(Step::action).toList();
    }
}
