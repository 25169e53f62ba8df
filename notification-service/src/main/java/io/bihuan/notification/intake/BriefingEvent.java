package io.bihuan.notification.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.notification.duty.Rhythm.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code briefing.issued} ({@code contracts/reporting-events}). Anything may be missing here:
 * {@link BriefingReader} says what must not be.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BriefingEvent(
        @Nullable String districtCode,
        @Nullable Kind kind,
        @Nullable String period,
        @Nullable String number,
        @Nullable Instant at) {}
