package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which hazards to measure, and when.
 *
 * @param parent code of the district whose parts are asked for; empty for the whole register
 * @param from hazards found at or after this; null for no bound
 * @param to hazards found before this; null for no bound
 * @param asOf the moment: what happened by then counts, and how things stood then. For a moment to come the answer is what it will be
 *     if nothing more happens
 * @param grade only hazards that had this grade at that moment; null for all. Category and source likewise
 */
public record Question(
        String parent,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant asOf,
        @Nullable Grade grade,
        @Nullable Category category,
        @Nullable Source source) {}
