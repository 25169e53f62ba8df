package io.bihuan.hazard.rest.calendars;

import io.bihuan.hazard.deadline.CalendarDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/calendars/{year}}. */
@Schema(
        name = "Calendar",
        description = "What the State Council's notice on a year's holidays 节假日安排 says, all of it",
        examples = """
                {"recordedBy": "市专班办公室",
                 "days": [{"date": "2026-01-01", "name": "元旦", "kind": "OFF"},
                          {"date": "2026-01-02", "name": "元旦", "kind": "OFF"},
                          {"date": "2026-01-03", "name": "元旦", "kind": "OFF"},
                          {"date": "2026-01-04", "name": "元旦", "kind": "WORKDAY"}]}""")
record CalendarRequest(
        @Size(max = 100) @Nullable String recordedBy,

        @NotEmpty @Size(max = 366) @Schema(description = "Of the year, or of the December before")
        List<@NotNull @Valid Day> days) {

    CalendarRequest {
        recordedBy = recordedBy == null || recordedBy.isBlank() ? null : recordedBy;
    }

    /** A day that the notice takes out of the plain week. */
    @Schema(name = "NoticeDay")
    record Day(
            @NotNull LocalDate date,

            @NotBlank @Size(max = 50) @Schema(description = "The holiday's", examples = "春节")
            String name,

            @NotNull
            @Schema(description = "OFF: nobody works 放假; WORKDAY: a weekend day that is worked to make up 调休上班")
            CalendarDay.Kind kind) {}

    List<CalendarDay> notice() {
        return days.stream()
                .map(day -> new CalendarDay(day.date(), day.name(), day.kind()))
                .toList();
    }
}
