package io.bihuan.reporting.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The measures that count hazards, each with the condition that a hazard must meet. The conditions speak of a hazard as it stood at
 * the moment {@code as_of}, in the columns of a fact and {@code escalated_at}, the first escalation; see {@code docs/measures.md} for the same in words, with examples.
 */
enum Count {
    /** Everyone that {@link Figures#POPULATION} lets in. */
    FOUND("true"),

    /** Assigned to a unit at some time, whatever became of it. */
    ASSIGNED("assigned_at is not null"),

    /** Rectified, and not returned or reopened since. */
    RECTIFIED("status in ('RECTIFIED', 'CLOSED')"),

    CLOSED("status = 'CLOSED'"),

    OPEN("status <> 'CLOSED'"),

    /** Waiting for its unit past the deadline; at the deadline itself it is not overdue. */
    OVERDUE_NOW("status = 'ASSIGNED' and due_at < as_of"),

    /** Waited for its unit at some moment past the deadline that it had then. */
    OVERDUE_EVER("overdue_before or (status = 'ASSIGNED' and due_at < as_of)"),

    /** Reached a step of the escalation ladder, whatever became of it. */
    ESCALATED("escalated_at <= as_of"),

    /** Sent back by a re-inspection at least once. */
    RETURNED("returns > 0"),

    /** Had its chance: rectified, or its deadline has passed. One without any deadline can't be judged and stays out. */
    JUDGED("rectified_in_time is not null and status in ('RECTIFIED', 'CLOSED')"
            + " or status not in ('RECTIFIED', 'CLOSED') and due_at < as_of"),

    /** Rectified, the last time, no later than the deadline that it had then. */
    IN_TIME("rectified_in_time and status in ('RECTIFIED', 'CLOSED')");

    private final String condition;

    Count(String condition) {
        this.condition = condition;
    }

    /** All counts as columns of a query that groups facts. */
    static String columns() {
        return Arrays.stream(values())
                .map(count -> "count(*) filter (where %s) as %s".formatted(count.condition, count.column()))
                .collect(Collectors.joining(",\n"));
    }

    static String names() {
        return Arrays.stream(values()).map(Count::column).collect(Collectors.joining(", "));
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
