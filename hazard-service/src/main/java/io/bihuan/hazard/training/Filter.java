package io.bihuan.hazard.training;

import io.bihuan.access.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions to list; what is null does not narrow the list.
 *
 * @param scope what whoever asks may see
 * @param district a code; the district and all below it
 * @param from held at this instant or later
 * @param to held before this instant
 */
public record Filter(
        Scope scope,
        @Nullable String district,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Audience audience,
        @Nullable String campaign) {}
