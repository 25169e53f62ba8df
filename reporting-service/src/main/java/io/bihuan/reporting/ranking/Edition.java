package io.bihuan.reporting.ranking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules as they were entered.
 *
 * @param version 1 for those that come with the product, then 2, 3…
 * @param recordedAt when they were entered; null for those that come with the product
 */
public record Edition(int version, @Nullable Instant recordedAt, Rules rules) {}
