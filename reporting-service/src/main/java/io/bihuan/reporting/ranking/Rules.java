package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
                        "Hazards found in so many months before the period's own count too, 0 to 11: what was found on a day is"
                                + " not due on that day",
                example = "2")
        int monthsBefore,

        @Schema(description = "How many from the end are the last, 1 to 10", example = "3")
        int last,

        @Schema(description = "With fewer that are ranked nobody is among the last, 2 to 1000", example = "6")
        int leastRanked,

        @Schema(
                description =
                        "How many periods in a row among the last lead to each consequence, 1 to 366; all of them")
        Map<Consequence, Integer> inARow) {

    public Rules {
        weights = Map.copyOf(weights);
        points = Map.copyOf(points);
        inARow = Map.copyOf(inARow);
    }

    /** The first day on which hazards were found that a ranking of the period counts. */
    LocalDate firstDay(Period period) {
        return period.first().withDayOfMonth(1).minusMonths(monthsBefore);
    }

    int weight(Grade grade) {
        return weights.getOrDefault(grade, 0);
    }
}
