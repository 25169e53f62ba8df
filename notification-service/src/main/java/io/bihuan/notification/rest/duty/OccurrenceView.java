package io.bihuan.notification.rest.duty;

import io.bihuan.notification.duty.Occurrence;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One time that a duty is due. */
@Schema(name = "DutyOccurrence", description = "One time that a duty is due", examples = """
        {"period": "2026-W20", "dueAt": "2026-05-15T09:00:00Z", "state": "SUBMITTED",
         "submittedAt": "2026-05-15T08:12:00Z", "document": "宁燃专班〔2026〕20号"}""")
public record OccurrenceView(
        @Schema(description = "The day (2026-11-15), ISO week (2026-W20) or month (2026-05) that it is for")
        String period,

        Instant dueAt,

        @Schema(
                description = "OPEN not due yet; OVERDUE was due and nothing came; SUBMITTED in time;"
                        + " LATE submitted after it was due")
        Occurrence.State state,

        @Schema(nullable = true) @Nullable Instant submittedAt,

        @Schema(description = "The number of what was submitted", nullable = true) @Nullable
        String document) {

    static OccurrenceView of(Occurrence occurrence, Instant now) {
        return new OccurrenceView(
                occurrence.period(),
                occurrence.dueAt(),
                occurrence.state(now),
                occurrence.submittedAt().orElse(null),
                occurrence.document().orElse(null));
    }
}
