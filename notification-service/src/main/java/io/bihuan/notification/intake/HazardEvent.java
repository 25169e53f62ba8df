package io.bihuan.notification.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.notification.deadline.Status;
import io.bihuan.notification.ladder.Grade;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a hazard event ({@code contracts/hazard-events}); the rest isn't its business, and what is new
 * there does not disturb it. Anything may be missing here: {@link EventReader} says what must not be.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HazardEvent(
        @Nullable UUID hazardId,
        @Nullable Integer version,
        @Nullable String number,
        @Nullable Status status,
        @Nullable Grade grade,
        @Nullable String districtCode,
        @Nullable Integer round,
        @Nullable Instant dueAt,
        @Nullable Instant at,
        @Nullable Instant recordedAt,
        @Nullable String description,
        @Nullable String siteName,
        @Nullable Unit unit,
        @Nullable Person responsible) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unit(@Nullable String code, @Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(@Nullable String name, @Nullable String phone) {}
}
