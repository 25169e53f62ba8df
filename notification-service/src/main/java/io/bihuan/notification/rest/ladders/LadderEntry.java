package io.bihuan.notification.rest.ladders;

import io.bihuan.notification.ladder.Ladder.Count;
import io.bihuan.notification.ladder.Rung;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /api/notifications/ladders/{grade}}. */
@Schema(name = "LadderEntry", description = "A ladder, all of it", examples = """
                {"count": "WORKING", "recordedBy": "市专班办公室",
                 "rungs": [{"step": "DAY_BEFORE", "level": 0, "days": -1, "at": "08:30", "roles": ["RESPONSIBLE"],
                            "template": "dayBefore"},
                           {"step": "REMIND", "level": 1, "days": 1, "at": "08:30", "roles": ["RESPONSIBLE", "UNIT_HEAD"],
                            "template": "remind", "document": "督促提醒函"},
                           {"step": "INTERVIEW", "level": 2, "days": 3, "at": "09:00", "roles": ["SUPERVISOR"],
                            "template": "interview", "document": "约谈通知书"}]}""")
record LadderEntry(
        @Schema(description = "How days are counted", defaultValue = "CALENDAR") @Nullable
        Count count,

        @NotNull @Schema(description = "1 to 20, each later than the one before")
        List<@NotNull @Valid RungView> rungs,

        @Size(max = 100)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{oneLine}")
        @Schema(description = "Who enters it", nullable = true)
        @Nullable
        String recordedBy) {

    Count counted() {
        return count == null ? Count.CALENDAR : count;
    }

    List<Rung> steps() {
        return rungs.stream().map(RungView::rung).toList();
    }
}
