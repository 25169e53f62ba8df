package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantile of ordered values by straight interpolation between the two neighbours, the way that a spreadsheet's {@code MEDIAN} and
 * {@code PERCENTILE} do it, so that an office can check a figure against its ledger. With {@code n} values it stands at place
 * {@code 1 + q·(n − 1)}; all arithmetic is on whole numbers and decimals, so the result is exact.
 */
enum Quantile {
    MEDIAN(5),
    P90(9);

    private final int tenths;

    Quantile(int tenths) {
        this.tenths = tenths;
    }

    /** The neighbours below and above in an ordered SQL array (the place above may lie past its end), as two columns. */
    String neighbours(String array) {
        return "%1$s[1 + (cardinality(%1$s) - 1) * %2$d / 10] as %3$s_below, %1$s[2 + (cardinality(%1$s) - 1) * %2$d / 10] as %3$s_above"
                .formatted(array, tenths, column());
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The quantile of {@code n} values between its two neighbours. */
    BigDecimal between(long n, long below, @Nullable Long above) {
        long past = (n - 1) * tenths % 10;
        if (past == 0 || above == null) {
            return BigDecimal.valueOf(below);
        }
        return BigDecimal.valueOf(below).add(BigDecimal.valueOf(above - below).multiply(BigDecimal.valueOf(past, 1)));
    }
}
