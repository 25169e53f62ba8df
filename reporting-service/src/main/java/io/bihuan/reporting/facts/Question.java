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
 * @param unit only hazards that this unit had to rectify at that moment, by its code or, for one without a code, its name; null for all
 * @param campaign only hazards found under this campaign; null for all
 */
public record Question(
        String parent,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant asOf,
        @Nullable Grade grade,
        @Nullable Category category,
        @Nullable Source source,
        @Nullable String unit,
        @Nullable String campaign) {

    /** About all hazards of a district, whenever found, as they stand at a moment. */
    public static Question in(String parent, Instant asOf) {
        return new Question(parent, null, null, asOf, null, null, null, null, null);
    }

    /** The same about those found at or after one moment and before another; null for no bound. */
    public Question found(@Nullable Instant from, @Nullable Instant to) {
        return new Question(parent, from, to, asOf, grade, category, source, unit, campaign);
    }

    /** The same as of another moment. */
    public Question asOf(Instant asOf) {
        return new Question(parent, from, to, asOf, grade, category, source, unit, campaign);
    }

    /** The same about those of one grade. */
    public Question of(Grade grade) {
        return new Question(parent, from, to, asOf, grade, category, source, unit, campaign);
    }

    /** The same about those found under one campaign. */
    public Question under(String campaign) {
        return new Question(parent, from, to, asOf, grade, category, source, unit, campaign);
    }
}
