package io.bihuan.reporting.briefing;

import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a briefing, all of one moment.
 *
 * @param districtName null while the code is not on file
 * @param found of the hazards found in the period, by the district's parts
 * @param major of the major ones among them
 * @param standing of all hazards, whenever found
 */
public record Survey(
        Subject subject,
        @Nullable String districtName,
        Instant asOf,
        RollUp found,
        Figures major,
        RollUp standing,
        Before previous,
        Before yearBefore) {

    /**
     * An earlier period as it stood when as much time had gone by since it began.
     *
     * @param total of the hazards found in it
     */
    public record Before(Period period, Instant asOf, Figures total) {}
}
