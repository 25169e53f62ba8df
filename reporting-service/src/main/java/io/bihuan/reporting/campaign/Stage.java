package io.bihuan.reporting.campaign;

import io.bihuan.reporting.division.Divided;
import org.jspecify.annotations.Nullable;

/**
 * What was done in one phase of a campaign, or in all of it.
 *
 * @param phase null for all of it
 * @param achieved by the campaign's districts; of a district that lies within another one the total counts nothing twice
 */
public record Stage(@Nullable Phase phase, Divided<Achievement> achieved) {}
