package io.bihuan.notification.rest.ladders;

import io.bihuan.notification.deadline.Ladders.Edition;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Ladder.Count;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of a grade's ladder as clients see it. */
@Schema(name = "Ladder", description = "The steps of a grade's deadlines. A version never changes", examples = """
                {"grade": "SERIOUS", "version": 2, "count": "CALENDAR",
                 "rungs": [{"step": "DAY_BEFORE", "level": 0, "days": -1, "at": "08:30", "roles": ["RESPONSIBLE"],
                            "template": "dayBefore", "document": null},
                           {"step": "REMIND", "level": 1, "days": 1, "at": "08:30", "roles": ["RESPONSIBLE", "UNIT_HEAD"],
                            "template": "remind", "document": "督促提醒函"}],
                 "recordedAt": "2026-05-03T02:00:00Z", "recordedBy": "市专班办公室"}""")
record LadderView(
        Grade grade,

        @Schema(description = "1 for the one that comes with the product, then 2, 3…; also the ETag")
        int version,

        @Schema(description = "How days are counted: every day, or the days that are worked by the yearly notices")
        Count count,

        @Schema(description = "In the order in which they are taken")
        List<RungView> rungs,

        Instant recordedAt,

        @Schema(description = "By whom; null for what came with the product", nullable = true) @Nullable
        String recordedBy) {

    static LadderView of(Edition edition) {
        var ladder = edition.ladder();
        return new LadderView(
                ladder.grade(),
                ladder.version(),
                ladder.count(),
                ladder.rungs().stream().map(RungView::of).toList(),
                edition.recordedAt(),
                edition.recordedBy());
    }
}
