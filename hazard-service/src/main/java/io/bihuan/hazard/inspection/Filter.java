package io.bihuan.hazard.inspection;

import io.bihuan.access.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which inspections to list; what is null does not narrow the list.
 *
 * @param scope what whoever asks may see
 * @param site a site's code
 * @param district a code: the district and all below it
 * @param from held at this instant or later
 * @param to held before this instant
 * @param inspector one of those who inspected, by the whole name
 */
public record Filter(
        Scope scope,
        @Nullable String site,
        @Nullable String district,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String inspector,
        @Nullable String campaign) {}
