package io.bihuan.notification.rest.people;

import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shift as it stands on the roster. */
@Schema(
        name = "Shift",
        description = "Who is on duty 值班 at a district's post, and is told instead of the holder",
        examples = """
                {"id": "0199f3a0-5b7c-7d11-9a3e-0000000000e1", "districtCode": "630102", "role": "SUPERVISOR",
                 "from": "2026-05-01", "to": "2026-05-05", "contactId": "0199f3a0-5b7c-7d11-9a3e-0000000000c2",
                 "name": "值班员", "recordedAt": "2026-04-28T01:00:00Z", "recordedBy": "区专班"}""")
public record ShiftView(
        UUID id,
        String districtCode,
        Role role,
        @Schema(description = "The first day, local") LocalDate from,

        @Schema(description = "The last day, local, included")
        LocalDate to,

        UUID contactId,
        @Schema(description = "The contact's") String name,
        Instant recordedAt,

        @Schema(description = "Who entered it", nullable = true) @Nullable
        String recordedBy) {

    static ShiftView of(Shift shift) {
        return new ShiftView(
                shift.id(),
                shift.districtCode(),
                shift.role(),
                shift.days().from(),
                shift.days().to(),
                shift.contact().id(),
                shift.contact().name(),
                shift.recordedAt(),
                shift.recordedBy());
    }
}
