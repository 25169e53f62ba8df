package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a ranking is made by. */
@Schema(name = "RankingRules", description = "What a ranking is made by")
public record Rules(
        @Schema(description = "How much a hazard of each grade weighs, 1 to 100; all four grades")
        Map<Grade, Integer> weights,

        @Schema(
                description =
                        "Per cause the points that are deducted if it applies to all hazards found: 0 to 100 with up to two"
                                + " decimals, together no more than 100. A cause that is not given deducts nothing")
        Map<Cause, BigDecimal> points,

        @Schema(
                description =
                        "Counted are hazards found in so many months, 1 to 12, of which the period's is the last: what was found on"
                                + " a day is not due on that day",
                example = "3")
        int months,

        @Schema(description = "How many from the end are the last, 1 to 10", example = "3")
        int last,

        @Schema(description = "With fewer that are ranked nobody is among the last, 2 to 1000", example = "6")
        int leastRanked,

        @Schema(
                description =
                        "How many periods in a row among the last lead to each consequence, 1 to 366; all of them")
        Map<Consequence, Integer> inARow) {

    public Rules {
        weights = given(weights);
        points = given(points);
        inARow = given(inARow);
    }

    /** What a client leaves out is missing, and {@link RuleCheck} says so. */
    private static <K, V> Map<K, V> given(@Nullable Map<K, V> map) {
        Map<K, V> given = new HashMap<>();
        if (map != null) {
            map.forEach((key, value) -> {
                if (value != null) {
                    given.put(key, value);
                }
            });
        }
        return Map.copyOf(given);
    }

    /** The first day on which hazards were found that a ranking of the period counts. */
    LocalDate firstDay(Period period) {
        return period.first().withDayOfMonth(1).minusMonths(months - 1L);
    }

    int weight(Grade grade) {
        return weights.getOrDefault(grade, 0);
    }
}
