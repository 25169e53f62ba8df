package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Every measure of one population of hazards; {@code docs/measures.md} defines them. A rate is 0 to 1 in four decimals, days have one
 * decimal, both half up; null where there is nothing to divide.
 *
 * @param found hazards found in the period, without those merged into another or proved to be none
 * @param assigned of them, ever assigned to a unit
 * @param rectified of them, rectified or closed
 * @param closed of them, closed
 * @param open of them, not closed
 * @param overdueNow of them, waiting for their unit past the deadline
 * @param overdueEver of them, at some moment past the deadline that they had then
 * @param escalated of them, reached at least one step of the escalation ladder
 * @param returned of them, sent back by a re-inspection at least once
 * @param rectificationRate 整改率, rectified ÷ found
 * @param closureRate 销号率, closed ÷ found
 * @param onTimeRate 按期整改率, rectified by the deadline ÷ rectified or past the deadline
 * @param meanDaysToClose from found to closed, over the closed ones
 * @param medianDaysToClose likewise, the middle one
 * @param p90DaysToClose likewise, what nine of ten stay within
 * @param planned of them, in a treatment plan 列入治理计划: ordered to be rectified, and not yet
 * @param funds what those orders cost, in CNY
 * @param contingencyPlans those orders with a contingency plan 应急预案
 * @param monitored those orders with interim controls 监控措施 in place
 */
public record Figures(
        long found,
        long assigned,
        long rectified,
        long closed,
        long open,
        long overdueNow,
        long overdueEver,
        long escalated,
        long returned,
        @Nullable BigDecimal rectificationRate,
        @Nullable BigDecimal closureRate,
        @Nullable BigDecimal onTimeRate,
        @Nullable BigDecimal meanDaysToClose,
        @Nullable BigDecimal medianDaysToClose,
        @Nullable BigDecimal p90DaysToClose,
        long planned,
        BigDecimal funds,
        long contingencyPlans,
        long monitored) {

    /** Of nobody. */
    public static final Figures NONE = of(Tally.none());

    /** What a tally comes to. */
    public static Figures of(Tally tally) {
        long found = tally.count(Count.FOUND);
        long rectified = tally.count(Count.RECTIFIED);
        long closed = tally.count(Count.CLOSED);
        Times times = tally.times();
        return new Figures(
                found,
                tally.count(Count.ASSIGNED),
                rectified,
                closed,
                tally.count(Count.OPEN),
                tally.count(Count.OVERDUE_NOW),
                tally.count(Count.OVERDUE_EVER),
                tally.count(Count.ESCALATED),
                tally.count(Count.RETURNED),
                Rate.of(rectified, found),
                Rate.of(closed, found),
                Rate.of(tally.count(Count.IN_TIME), tally.count(Count.JUDGED)),
                tally.meanDaysToClose(),
                times.quantile(5),
                times.quantile(9),
                tally.count(Count.PLANNED),
                tally.funds(),
                tally.count(Count.CONTINGENCY_PLANS),
                tally.count(Count.MONITORED));
    }
}
