package io.bihuan.reporting.briefing;

import io.bihuan.reporting.statistics.Period;
import io.bihuan.reporting.statistics.Season;
import java.time.DateTimeException;
import java.time.MonthDay;

/** The periods that briefings are of. */
public final class Periods {

    /** No briefing is of a season, so any will do. */
    private static final Season NONE = new Season(MonthDay.of(1, 1), MonthDay.of(12, 31));

    private Periods() {}

    /**
     * The week or month of that name.
     *
     * @throws DateTimeException if it is neither
     */
    public static Period named(String name) {
        Period period = Period.named(name, NONE);
        if (Kind.of(period).isEmpty()) {
            throw new DateTimeException(name + " is neither a week nor a month");
        }
        return period;
    }
}
