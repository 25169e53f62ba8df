package io.bihuan.reporting.briefing;

import io.bihuan.reporting.statistics.Period;

/**
 * What a briefing is about.
 *
 * @param district whose parts are reported, by its code
 * @param period a week or a month
 */
public record Subject(String district, Period period, Language language) {

    public Kind kind() {
        return Kind.of(period).orElseThrow();
    }
}
