package io.bihuan.reporting.statistics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is counted: each measure is a condition on how a hazard stands, here and nowhere else. Everything else that is reported is
 * computed from these counts. See {@code docs/measures.md} for the same in words, with examples.
 */
public enum Count {
    /** Everyone that {@linkplain Standing#counts() counts}. */
    FOUND(hazard -> true),
    /** Assigned to a unit at some time, whatever became of it. */
    ASSIGNED(Standing::assigned),
    /** Rectified, and not returned or reopened since. */
    RECTIFIED(Standing::rectified),
    CLOSED(hazard -> hazard.status() == Status.CLOSED),
    OPEN(hazard -> hazard.status() != Status.CLOSED),
    /** Waiting for its unit past the deadline; at the deadline itself it is not overdue. */
    OVERDUE_NOW(Standing::overdue),
    /** Waited for its unit at some moment past the deadline that it had then. */
    OVERDUE_EVER(hazard -> hazard.overdueBefore() || hazard.overdue()),
    /** Reached a step of the escalation ladder, whatever became of it. */
    ESCALATED(Standing::escalated),
    /** Sent back by a re-inspection at least once. */
    RETURNED(Standing::returned),
    /** Had its chance: rectified, or its deadline has passed. One without any deadline can't be judged and stays out. */
    JUDGED(hazard -> hazard.rectified() ? hazard.inTime() != null : hazard.late()),
    /** Rectified, the last time, no later than the deadline that it had then. */
    IN_TIME(hazard -> hazard.rectified() && Boolean.TRUE.equals(hazard.inTime())),
    /** In a treatment plan: its unit has been ordered to rectify it and has not yet. */
    PLANNED(hazard -> hazard.status() == Status.ASSIGNED),
    /** In a treatment plan with a contingency plan. */
    CONTINGENCY_PLANS(hazard -> hazard.status() == Status.ASSIGNED && hazard.contingencyPlan()),
    /** In a treatment plan and watched until then. */
    MONITORED(hazard -> hazard.status() == Status.ASSIGNED && hazard.interimControls());

    private final Predicate<Standing> condition;

    Count(Predicate<Standing> condition) {
        this.condition = condition;
    }

    /** Whether a hazard that stands so is one of them. */
    public boolean takes(Standing hazard) {
        return hazard.counts() && condition.test(hazard);
    }

    /** Its name in a table. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The count of that name. */
    public static Count of(String field) {
        return Arrays.stream(values())
                .filter(count -> count.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no count " + field));
    }

    public static List<String> fields() {
        return Arrays.stream(values()).map(Count::field).toList();
    }

    /** Its name in an answer, such as {@code overdueNow}. */
    @JsonValue
    public String field() {
        String[] words = name().split("_", -1);
        return words[0].toLowerCase(Locale.ROOT)
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }
}
