package io.bihuan.hazard.search;

import io.bihuan.access.Scope;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which hazards to list; what is null or empty does not narrow the list, the rest is combined with AND.
 *
 * @param scope what the caller may see
 * @param statuses any of which will do
 * @param district a code; the hazards of the district and of all below it
 * @param unit a unit's code, or its whole name
 * @param overdue whether the unit is past its deadline now
 * @param dueBefore deadlines before this instant
 * @param foundFrom found at this instant or later
 * @param foundTo found before this instant
 * @param escalated reached a step of the escalation ladder at this level or a higher one, in its present round and of its
 *     present deadline
 * @param extensionRequested whether a request for an extension waits for its decision
 * @param text words that all occur in the description, site, address, unit, number or outside number: Chinese ones anywhere,
 *     letters and digits from the beginning of a word or of a number's part; width and case do not matter
 */
public record Filter(
        Scope scope,
        Set<Status> statuses,
        @Nullable String district,
        @Nullable Grade grade,
        @Nullable Category category,
        @Nullable Source source,
        @Nullable String unit,
        @Nullable Boolean overdue,
        @Nullable Instant dueBefore,
        @Nullable Instant foundFrom,
        @Nullable Instant foundTo,
        @Nullable Integer escalated,
        @Nullable Boolean extensionRequested,
        @Nullable String text) {}
