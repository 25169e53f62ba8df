package io.bihuan.reporting.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions are asked for, and when.
 *
 * @param parent code of the district whose parts are asked for; empty for the whole register
 * @param from held at or after this; null for no bound
 * @param to held before this; null for no bound
 * @param asOf the moment: held by then, and not voided by then
 * @param audience only for this audience; null for all
 * @param campaign only under this campaign; null for all
 */
public record TrainingQuestion(
        String parent,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant asOf,
        @Nullable Audience audience,
        @Nullable String campaign) {}
