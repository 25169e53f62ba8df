package io.bihuan.notification.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.notification.deadline.YearCalendar.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a calendar's event ({@code contracts/calendar-events}). Anything may be missing here:
 * {@link CalendarReader} says what must not be.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CalendarEvent(
        @Nullable Integer year,
        @Nullable Integer version,
        @Nullable List<@Nullable Day> days,
        @Nullable Instant at) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Day(
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable Kind kind) {}
}
