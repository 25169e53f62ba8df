package io.bihuan.reporting.campaign;

import io.bihuan.reporting.division.Divided;
import java.util.List;

/**
 * How far a campaign had come at a moment.
 *
 * @param inAll all that was done under it, whenever it was, by the campaign's districts; what lies in two of them is in the total once
 * @param phases what was held and found in the days of each
 */
public record Standing(Divided<Achievement> inAll, List<Stage> phases) {}
