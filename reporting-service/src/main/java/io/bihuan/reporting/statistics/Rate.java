package io.bihuan.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A part of a whole, 0 to 1 in four decimals, half up; none where there is no whole. */
public final class Rate {

    private static final int DECIMALS = 4;

    private Rate() {}

    public static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
