package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Period;

/** What being among the last in a ranking of units leads to (section 6 of the domain). */
public enum Consequence {
    /** 约谈 by the centre. */
    INTERVIEW_CENTRE(Period.Kind.DAY),
    /** 约谈 by the bureau, and named in the media. */
    INTERVIEW_BUREAU_AND_MEDIA(Period.Kind.DAY),
    /** 公开约谈. */
    PUBLIC_INTERVIEW(Period.Kind.MONTH),
    /** 黄牌. */
    YELLOW_CARD(Period.Kind.YEAR),
    /** 红牌. */
    RED_CARD(Period.Kind.YEAR);

    private final Period.Kind period;

    Consequence(Period.Kind period) {
        this.period = period;
    }

    /** Whose rankings lead to it. */
    public Period.Kind period() {
        return period;
    }
}
