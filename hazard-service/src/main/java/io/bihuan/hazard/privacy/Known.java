package io.bihuan.hazard.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a citizen.
 *
 * @param identity null once it is erased
 * @param erasedAt when it was erased; null until then
 */
public record Known(@Nullable Identity identity, @Nullable Instant erasedAt) {}
