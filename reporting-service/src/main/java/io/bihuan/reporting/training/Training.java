package io.bihuan.reporting.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training session 培训 as its latest event tells it.
 *
 * @param version 1, 2, 3… per session
 * @param campaign the code of the campaign that it belongs to, if any
 * @param heldAt when it was held, in whole microseconds
 * @param voidedAt from when on it does not count; null if it does
 */
public record Training(
        UUID id,
        int version,
        String districtCode,
        Audience audience,
        int people,
        @Nullable String campaign,
        Instant heldAt,
        @Nullable Instant voidedAt) {}
