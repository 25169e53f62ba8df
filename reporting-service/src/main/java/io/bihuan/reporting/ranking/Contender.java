package io.bihuan.reporting.ranking;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A district or unit with its score.
 *
 * @param code of the district, or the unit's code or, for one without a code, its name
 * @param name null if the code is not on file
 * @param found hazards found
 * @param score 100 less the deducted points; null if nothing was found, and so nothing can be said
 * @param deductions what cost points, in the order of the causes
 */
public record Contender(
        String code,
        @Nullable String name,
        long found,
        @Nullable BigDecimal score,
        List<Deduction> deductions) {

    static final BigDecimal FULL = new BigDecimal("100.00");

    static Contender of(String code, @Nullable String name, Account account, Rules rules) {
        if (account.found() == 0) {
            return new Contender(code, name, 0, null, List.of());
        }
        List<Deduction> deductions = Arrays.stream(Cause.values())
                .filter(cause -> rules.points().containsKey(cause))
                .map(cause -> Deduction.of(cause, rules.points().getOrDefault(cause, BigDecimal.ZERO), account, rules))
                .filter(deduction -> deduction.points().signum() > 0)
                .toList();
        BigDecimal score = deductions.stream().map(Deduction::points).reduce(FULL, BigDecimal::subtract);
        return new Contender(code, name, account.found(), score, deductions);
    }
}
