package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        @Nullable BigDecimal p90DaysToClose) {

    /** Who counts at all: one that was merged into another or that proved to be none was not found. */
    public static final String POPULATION = "status not in ('MERGED', 'VOIDED')";

    /** Of nobody. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, null, null);

    /** What a query that groups facts must collect for {@link #columns()}. */
    public static String collected() {
        return Count.columns() + ",\n" + DaysToClose.collected();
    }

    /** What {@link #read} wants to find in a row, in terms of the {@link #collected()}. */
    public static String columns() {
        return Count.names() + ", " + DaysToClose.columns();
    }

    /** The figures of a row that has the {@link #columns()}. */
    public static Figures read(ResultSet row) throws SQLException {
        long found = count(row, Count.FOUND);
        long rectified = count(row, Count.RECTIFIED);
        long closed = count(row, Count.CLOSED);
        return new Figures(
                found,
                count(row, Count.ASSIGNED),
                rectified,
                closed,
                count(row, Count.OPEN),
                count(row, Count.OVERDUE_NOW),
                count(row, Count.OVERDUE_EVER),
                count(row, Count.ESCALATED),
                count(row, Count.RETURNED),
                Rate.of(rectified, found),
                Rate.of(closed, found),
                Rate.of(count(row, Count.IN_TIME), count(row, Count.JUDGED)),
                DaysToClose.mean(closed, row.getBigDecimal("time_to_close")),
                days(row, Quantile.MEDIAN, closed),
                days(row, Quantile.P90, closed));
    }

    private static long count(ResultSet row, Count count) throws SQLException {
        return row.getLong(count.column());
    }

    private static @Nullable BigDecimal days(ResultSet row, Quantile quantile, long closed) throws SQLException {
        return DaysToClose.quantile(
                quantile,
                closed,
                row.getObject(quantile.column() + "_below", Long.class),
                row.getObject(quantile.column() + "_above", Long.class));
    }
}
