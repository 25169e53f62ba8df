package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long hazards took from being found to being closed, in days of 24 hours with one decimal, half up. Times are whole microseconds
 * until the very end, so a figure is exact to the tenth of a day.
 */
final class DaysToClose {

    /** The microseconds of one hazard from found to (last) closed. */
    private static final String MICROSECONDS = "(extract(epoch from closed_at - found_at) * 1000000)::bigint";

    private static final BigDecimal MICROSECONDS_PER_DAY = BigDecimal.valueOf(86_400_000_000L);
    private static final int DECIMALS = 1;

    private DaysToClose() {}

    /** What a query that groups facts must collect: the sum and all times in order. */
    static String collected() {
        return """
                sum(%1$s) filter (where status = 'CLOSED') as time_to_close,
                array_agg(%1$s order by %1$s) filter (where status = 'CLOSED') as times_to_close""".formatted(MICROSECONDS);
    }

    /** What is needed of the collected: the sum and the quantiles' neighbours. */
    static String columns() {
        return "time_to_close, "
                + Arrays.stream(Quantile.values())
                        .map(quantile -> quantile.neighbours("times_to_close"))
                        .collect(Collectors.joining(", "));
    }

    static @Nullable BigDecimal mean(long closed, @Nullable BigDecimal sum) {
        return sum == null
                ? null
                : sum.divide(MICROSECONDS_PER_DAY.multiply(BigDecimal.valueOf(closed)), DECIMALS, RoundingMode.HALF_UP);
    }

    static @Nullable BigDecimal quantile(Quantile quantile, long closed, @Nullable Long below, @Nullable Long above) {
        return below == null
                ? null
                : quantile.between(closed, below, above).divide(MICROSECONDS_PER_DAY, DECIMALS, RoundingMode.HALF_UP);
    }
}
