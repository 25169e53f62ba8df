package io.bihuan.reporting.ranking;

import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.Refusal.Violation;
import io.bihuan.reporting.statistics.Grade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules must be like. */
final class RuleCheck {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final List<Violation> violations = new ArrayList<>();

    private RuleCheck() {}

    /** @throws Refusal with everything that is wrong with them */
    static void check(Rules rules) {
        RuleCheck check = new RuleCheck();
        for (Grade grade : Grade.values()) {
            check.number("weights." + grade, rules.weights().get(grade), 1, 100);
        }
        check.points(rules);
        check.number("months", rules.months(), 1, 12);
        check.number("last", rules.last(), 1, 10);
        check.number("leastRanked", rules.leastRanked(), 2, 1000);
        for (Consequence consequence : Consequence.values()) {
            check.number("inARow." + consequence, rules.inARow().get(consequence), 1, 366);
        }
        if (!check.violations.isEmpty()) {
            throw new Refusal(check.violations);
        }
    }

    private void points(Rules rules) {
        List<Violation> wrong = new ArrayList<>();
        rules.points().forEach((cause, points) -> {
            if (points.signum() < 0
                    || points.compareTo(ALL) > 0
                    || points.stripTrailingZeros().scale() > DECIMALS) {
                wrong.add(new Violation("points." + cause, "ranking.points"));
            }
        });
        // Numbers like 1E999999999 can be compared, but not added up.
        if (wrong.isEmpty()
                && rules.points().values().stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(ALL)
                        > 0) {
            wrong.add(new Violation("points", "ranking.together"));
        }
        violations.addAll(wrong);
    }

    private void number(String field, @Nullable Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            violations.add(new Violation(field, "parameter.number", least, most));
        }
    }
}
