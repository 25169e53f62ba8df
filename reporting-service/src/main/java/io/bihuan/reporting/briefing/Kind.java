package io.bihuan.reporting.briefing;

import io.bihuan.reporting.statistics.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a briefing appears. */
@Schema(name = "BriefingKind", description = "WEEKLY 周报, MONTHLY 月报")
public enum Kind {
    /** 周报, of an ISO week. */
    WEEKLY("W", Period.Kind.WEEK),
    /** 月报, of a calendar month. */
    MONTHLY("M", Period.Kind.MONTH);

    private final String mark;
    private final Period.Kind period;

    Kind(String mark, Period.Kind period) {
        this.mark = mark;
        this.period = period;
    }

    /** The kind of briefing that there is of a period; none of a day or a year. */
    public static Optional<Kind> of(Period period) {
        for (Kind kind : values()) {
            if (kind.period == period.kind()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The period that the day lies in. */
    public Period around(LocalDate day) {
        return this == WEEKLY ? Period.week(day) : Period.month(day);
    }

    /** What stands for it in a number. */
    String mark() {
        return mark;
    }
}
