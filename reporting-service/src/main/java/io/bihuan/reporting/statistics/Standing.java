package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a hazard stood for a stretch of time in which nothing about it changed: no step, no deadline that passed, no escalation, no
 * district's new boundary. Everything that is counted can be told from it alone.
 *
 * @param version of the step that began it or went on
 * @param part 0, 1, 2… the stretches of one version, in order
 * @param at when it began, in whole microseconds as all times here
 * @param until when it ended; null while it lasts
 * @param foundAt when the hazard was found
 * @param district code of the district that the hazard lay in, by the boundaries of then
 * @param unit the responsible unit's code or, if it has none, its name; null while nobody is responsible
 * @param unitName the responsible unit's name
 * @param campaign the campaign that the hazard was found under
 * @param dueAt the deadline
 * @param assigned it was assigned to a unit by then, whatever became of it
 * @param late its deadline had passed, and it was not rectified
 * @param overdueBefore it was overdue at some moment before this stretch
 * @param escalated it had reached a step of the escalation ladder
 * @param returned a re-inspection had sent it back
 * @param inTime whether it was rectified, the last time, by the deadline of then; null if it never was or had no deadline
 * @param closedAt when it was closed, the last time; null if it never was
 * @param funds what the order in force costs, in CNY
 * @param contingencyPlan the order in force has a contingency plan 应急预案
 * @param interimControls interim controls 监控措施 are in place
 */
public record Standing(
        UUID hazard,
        int version,
        int part,
        Instant at,
        @Nullable Instant until,
        Instant foundAt,
        Status status,
        String district,
        Grade grade,
        Category category,
        Source source,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String campaign,
        @Nullable Instant dueAt,
        boolean assigned,
        boolean late,
        boolean overdueBefore,
        boolean escalated,
        boolean returned,
        @Nullable Boolean inTime,
        @Nullable Instant closedAt,
        @Nullable BigDecimal funds,
        boolean contingencyPlan,
        boolean interimControls) {

    /** Whether it counts at all: one that was merged into another 合并 or proved to be none 不属实 was not found. */
    public boolean counts() {
        return status != Status.MERGED && status != Status.VOIDED;
    }

    /** Whether it is done as far as its unit can do it. */
    boolean rectified() {
        return status == Status.RECTIFIED || status == Status.CLOSED;
    }

    /** Whether it waits for its unit past the deadline. */
    boolean overdue() {
        return status == Status.ASSIGNED && late;
    }

    /** From when on it will be late if nothing happens: the moment after its deadline; null if it can't be or is already. */
    public @Nullable Instant lateFrom() {
        boolean waits = status == Status.FOUND || status == Status.ASSIGNED;
        return waits && !late && dueAt != null ? dueAt.plusNanos(1_000) : null;
    }

    /** The same from then on, late. */
    public Standing late(Instant from) {
        return new Standing(
                hazard,
                version,
                part + 1,
                from,
                until,
                foundAt,
                status,
                district,
                grade,
                category,
                source,
                unit,
                unitName,
                campaign,
                dueAt,
                assigned,
                true,
                overdueBefore,
                escalated,
                returned,
                inTime,
                closedAt,
                funds,
                contingencyPlan,
                interimControls);
    }

    /** How long it took from being found to being closed; null if it is not closed. */
    @Nullable
    Duration timeToClose() {
        return status == Status.CLOSED && closedAt != null ? Duration.between(foundAt, closedAt) : null;
    }

    /** The same in tenths of days, half up, as a ledger shows it. */
    public @Nullable Integer tenthsOfDaysToClose() {
        Duration time = timeToClose();
        return time == null ? null : Times.tenths(time);
    }

    /** The day on which the hazard was found. */
    public LocalDate foundOn(ZoneId zone) {
        return LocalDate.ofInstant(foundAt, zone);
    }
}
