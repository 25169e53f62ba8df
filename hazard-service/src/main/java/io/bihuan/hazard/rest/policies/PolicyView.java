package io.bihuan.hazard.rest.policies;

import io.bihuan.hazard.deadline.Counting;
import io.bihuan.hazard.deadline.DeadlinePolicy;
import io.bihuan.hazard.deadline.PolicyLine;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of the deadline policy as clients see it. */
@Schema(name = "PolicyVersion", description = "A version of the deadline policy 期限规定; it never changes", examples = """
                {"version": 1, "note": "随产品提供", "recordedBy": null, "recordedAt": null,
                 "lines": [{"grade": "MAJOR", "category": null, "time": "P30D", "counting": "CALENDAR", "extensionDays": 30},
                           {"grade": "SERIOUS", "category": null, "time": "P15D", "counting": "CALENDAR", "extensionDays": 15},
                           {"grade": "GENERAL", "category": null, "time": "P7D", "counting": "CALENDAR", "extensionDays": 7},
                           {"grade": "MINOR", "category": null, "time": "P3D", "counting": "CALENDAR", "extensionDays": 3}]}""")
record PolicyView(
        int version,
        @Schema(description = "Why it was recorded") String note,
        @Nullable String recordedBy,

        @Schema(description = "In force from then until the next version; null for the one that came with the product")
        @Nullable
        Instant recordedAt,

        @Schema(description = "The worst grade first, each grade's general line before those of its categories")
        List<Line> lines) {

    /** One line. */
    @Schema(name = "PolicyVersionLine")
    record Line(
            Grade grade,
            @Nullable Category category,

            @Schema(
                    description = "ISO 8601",
                    examples = {"P30D", "PT24H"})
            String time,

            Counting counting,

            @Schema(description = "Calendar days beyond the first deadline, in all")
            int extensionDays) {

        private static Line of(PolicyLine line) {
            return new Line(line.grade(), line.category(), line.time(), line.counting(), line.extensionDays());
        }
    }

    static PolicyView of(DeadlinePolicy policy) {
        return new PolicyView(
                policy.version(),
                policy.note(),
                policy.recordedBy(),
                policy.recordedAt(),
                policy.lines().inOrder().stream().map(Line::of).toList());
    }
}
