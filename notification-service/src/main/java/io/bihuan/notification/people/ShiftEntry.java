package io.bihuan.notification.people;

import io.bihuan.notification.Refusal;
import io.bihuan.notification.ladder.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to be on duty at a district's post, and when. */
@Schema(name = "ShiftEntry", description = "Who is to be on duty 值班 at a district's post, and when", examples = """
                {"districtCode": "630102", "role": "SUPERVISOR", "from": "2026-05-01", "to": "2026-05-05",
                 "contactId": "0199f3a0-5b7c-7d11-9a3e-0000000000c2", "recordedBy": "区专班"}""")
public record ShiftEntry(
        @NotNull @Pattern(regexp = "[0-9A-Z]{2,12}", message = "{districtCode}")
        String districtCode,

        @NotNull @Schema(description = "A district's post: SUPERVISOR, OFFICE or LEADER")
        Role role,

        @NotNull @Schema(description = "The first day, local")
        LocalDate from,

        @NotNull @Schema(description = "The last day, local, included")
        LocalDate to,

        @NotNull @Schema(description = "A contact in use, of this post or any other")
        UUID contactId,

        @Size(max = 100)
        @Pattern(regexp = OneLine.REGEXP, message = OneLine.MESSAGE)
        @Schema(description = "Who enters it", nullable = true)
        @Nullable
        String recordedBy) {

    public ShiftEntry {
        recordedBy = OneLine.emptyToNull(recordedBy);
    }

    /** The same, entered by somebody. */
    public ShiftEntry by(String name) {
        return new ShiftEntry(districtCode, role, from, to, contactId, name);
    }

    /** @throws Refusal if it is no district's */
    Post post() {
        if (role.ofUnit()) {
            throw new Refusal("role", "of-no-district", role);
        }
        return Post.in(districtCode, role);
    }
}
