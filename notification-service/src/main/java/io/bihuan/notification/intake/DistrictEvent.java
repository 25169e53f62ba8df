package io.bihuan.notification.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a district's event ({@code contracts/district-events}). Anything may be missing here:
 * {@link DistrictReader} says what must not be.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DistrictEvent(
        @Nullable String districtCode,
        @Nullable Integer version,
        @Nullable String name) {}
