package io.bihuan.notification.rest.duty;

import io.bihuan.notification.duty.Duty;
import io.bihuan.notification.duty.DutyEntry.Span;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.ladder.Role;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A duty as it stands on file. */
@Schema(
        name = "Duty",
        description = "A reporting duty 报送任务: what a district has to submit again and again",
        examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000e1", "districtCode": "630102", "name": "专项整治周报",
                 "kind": "WEEKLY", "weekday": "FRIDAY", "dayOfMonth": null, "at": "17:00:00", "season": null,
                 "workedDayBefore": true, "remindBefore": "PT2H", "remindAfter": "PT1H", "roles": ["SUPERVISOR"],
                 "active": true, "version": 1, "recordedAt": "2026-05-01T01:00:00Z", "recordedBy": "市专班办公室"}""")
public record DutyView(
        UUID id,
        String districtCode,

        @Schema(description = "What is submitted, as messages name it")
        String name,

        Kind kind,

        @Schema(description = "Of a weekly duty", nullable = true) @Nullable
        DayOfWeek weekday,

        @Schema(description = "Of a monthly duty", nullable = true) @Nullable
        Integer dayOfMonth,

        @Schema(description = "Local time", implementation = String.class, examples = "17:00:00")
        LocalTime at,

        @Schema(description = "The days of the year on which it is due; null if all", nullable = true) @Nullable
        Span season,

        @Schema(description = "Whether a due day that is not worked moves to the worked day before")
        boolean workedDayBefore,

        @Schema(implementation = String.class, format = "duration")
        Duration remindBefore,

        @Schema(implementation = String.class, format = "duration")
        Duration remindAfter,

        @Schema(description = "Who is told") List<Role> roles,

        @Schema(description = "false once it has ended") boolean active,

        @Schema(description = "How often it was changed; also the ETag")
        int version,

        @Schema(description = "When this version was entered")
        Instant recordedAt,

        @Schema(description = "By whom", nullable = true) @Nullable
        String recordedBy) {

    static DutyView of(Duty duty) {
        var entry = duty.entry();
        return new DutyView(
                duty.id(),
                entry.districtCode(),
                entry.name(),
                entry.kind(),
                entry.weekday(),
                entry.dayOfMonth(),
                entry.at(),
                entry.season(),
                entry.workedDayBefore(),
                entry.remindBefore(),
                entry.remindAfter(),
                entry.roles(),
                duty.active(),
                duty.version(),
                duty.recordedAt(),
                entry.recordedBy());
    }
}
