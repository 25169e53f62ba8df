package io.bihuan.notification.rest.people;

import io.bihuan.notification.people.Absence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An absence as it stands on file. */
@Schema(
        name = "Absence",
        description = "Days on which a contact is away: the next one at the post is told",
        examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000d1", "from": "2026-05-01", "to": "2026-05-05",
                 "recordedAt": "2026-04-28T01:00:00Z", "recordedBy": "区专班"}""")
public record AbsenceView(
        UUID id,
        @Schema(description = "The first day, local") LocalDate from,

        @Schema(description = "The last day, local, included")
        LocalDate to,

        Instant recordedAt,

        @Schema(description = "Who entered it", nullable = true) @Nullable
        String recordedBy) {

    static AbsenceView of(Absence absence) {
        return new AbsenceView(
                absence.id(), absence.days().from(), absence.days().to(), absence.recordedAt(), absence.recordedBy());
    }
}
