package io.bihuan.hazard.rest.policies;

import io.bihuan.hazard.deadline.Trial;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy would change, as clients see it. */
@Schema(
        name = "PolicyPreview",
        description = "Which open hazards a policy would move if it had dated them. None is moved: a hazard keeps the"
                + " deadline that it was given",
        examples = """
                {"checked": 812, "earlier": 0, "later": 97, "unchanged": 715, "overdueAtOnce": 0, "notDatable": 0,
                 "missingCalendars": [],
                 "items": [{"id": "019df0a6-2c00-7000-8000-000000000001", "number": "630102-2026-000017",
                            "districtCode": "630102", "grade": "SERIOUS", "category": "COMMERCIAL_USE",
                            "dueAt": "2026-05-18T16:00:00Z", "wouldBeDueAt": "2026-05-20T16:00:00Z", "by": "P2D"}]}""")
record PreviewView(
        @Schema(description = "Hazards being rectified by a deadline that a policy set and nobody extended")
        long checked,

        long earlier,
        long later,
        long unchanged,

        @Schema(description = "Of those earlier, how many are not overdue now and would be")
        long overdueAtOnce,

        @Schema(description = "How many lie in years whose calendars are missing, and so cannot be dated")
        long notDatable,

        @Schema(description = "The years whose calendars are missing")
        SortedSet<Integer> missingCalendars,

        @Schema(description = "Those that would move, the furthest first, at most 500")
        List<Item> items) {

    /** A hazard whose deadline would be another. */
    @Schema(name = "PolicyPreviewItem")
    record Item(
            UUID id,
            String number,
            String districtCode,
            Grade grade,
            Category category,
            Instant dueAt,
            Instant wouldBeDueAt,

            @Schema(
                    description = "How much later, ISO 8601; with a minus in front for earlier",
                    examples = {"P2D", "-PT9H20M"})
            String by) {

        private static Item of(Trial.Move move) {
            return new Item(
                    move.id(),
                    move.number(),
                    move.districtCode(),
                    move.grade(),
                    move.category(),
                    move.dueAt(),
                    move.wouldBeDueAt(),
                    iso(move.by()));
        }
    }

    static PreviewView of(Trial trial) {
        return new PreviewView(
                trial.checked(),
                trial.earlier(),
                trial.later(),
                trial.unchanged(),
                trial.overdueAtOnce(),
                trial.notDatable(),
                trial.missingCalendars(),
                trial.moves().stream().map(Item::of).toList());
    }

    /** Whole days as days, which {@link Duration#toString()} would write as hours. */
    private static String iso(Duration by) {
        Duration size = by.abs();
        Duration days = Duration.ofDays(size.toDays());
        return (by.isNegative() ? "-" : "") + (size.equals(days) ? "P" + size.toDays() + "D" : size.toString());
    }
}
