package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.briefing.schedule.Schedule;
import io.bihuan.reporting.briefing.schedule.ScheduleEntry;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule as it stands on file. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "BriefingSchedule", description = "When a district's briefings are issued, or drafted, by themselves")
record ScheduleView(
        UUID id,
        @JsonUnwrapped ScheduleEntry entry,
        @Schema(description = "false once it has ended") boolean active,

        @Schema(description = "How often it was changed; also the ETag")
        int version,

        @Schema(description = "When this version was entered")
        OffsetDateTime recordedAt,

        @Schema(description = "When the next briefing is due; null once it has ended", nullable = true) @Nullable
        OffsetDateTime nextAt) {

    static ScheduleView of(Schedule schedule, ZoneId zone) {
        return new ScheduleView(
                schedule.id(),
                schedule.entry(),
                schedule.active(),
                schedule.version(),
                schedule.recordedAt().atZone(zone).toOffsetDateTime(),
                schedule.active() ? schedule.nextAt().atZone(zone).toOffsetDateTime() : null);
    }
}
