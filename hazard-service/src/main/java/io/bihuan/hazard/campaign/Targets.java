package io.bihuan.hazard.campaign;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * What a campaign is to achieve, as rates from 0 to 1 with up to four decimals.
 *
 * @param coverage 排查覆盖率: sites inspected at least once ÷ sites on file
 * @param closure 销号率: hazards closed ÷ hazards found
 */
@Embeddable
public record Targets(BigDecimal coverage, BigDecimal closure) {

    /** Every site inspected, every hazard closed. */
    public static final Targets ALL = new Targets(BigDecimal.ONE, BigDecimal.ONE);

    public Targets {
        // The database pads with zeros; the same rate must be equal however it was written.
        coverage = coverage.stripTrailingZeros();
        closure = closure.stripTrailingZeros();
    }
}
