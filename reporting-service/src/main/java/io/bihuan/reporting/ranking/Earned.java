package io.bihuan.reporting.ranking;

import io.bihuan.reporting.ranking.Archive.Place;
import io.bihuan.reporting.statistics.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A consequence that came about.
 *
 * @param since the first day of the period with which it did
 * @param because the first days of all periods in a row in which the unit was among the last, oldest first
 */
public record Earned(Consequence consequence, LocalDate since, List<LocalDate> because) {

    /** What a place leads to; being among the last districts leads to nothing. */
    public static List<Earned> by(Subject subject, Period.Kind kind, Place place, Rules rules) {
        if (subject != Subject.UNITS) {
            return List.of();
        }
        List<LocalDate> run = place.lastSince();
        return Arrays.stream(Consequence.values())
                .filter(each -> each.period() == kind)
                .filter(each -> run.size() >= inARow(each, rules))
                .map(each -> new Earned(each, run.get(inARow(each, rules) - 1), run))
                .toList();
    }

    private static int inARow(Consequence consequence, Rules rules) {
        return rules.inARow().getOrDefault(consequence, Integer.MAX_VALUE);
    }
}
