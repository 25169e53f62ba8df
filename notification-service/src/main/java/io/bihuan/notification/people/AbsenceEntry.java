package io.bihuan.notification.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The days on which a contact is away. */
@Schema(name = "AbsenceEntry", description = "The days on which a contact is away", examples = """
                {"from": "2026-05-01", "to": "2026-05-05", "recordedBy": "区专班"}""")
public record AbsenceEntry(
        @NotNull @Schema(description = "The first day, local")
        LocalDate from,

        @NotNull @Schema(description = "The last day, local, included")
        LocalDate to,

        @Size(max = 100)
        @Pattern(regexp = OneLine.REGEXP, message = OneLine.MESSAGE)
        @Schema(description = "Who enters it", nullable = true)
        @Nullable
        String recordedBy) {

    public AbsenceEntry {
        recordedBy = OneLine.emptyToNull(recordedBy);
    }

    /** The same, entered by somebody. */
    public AbsenceEntry by(String name) {
        return new AbsenceEntry(from, to, name);
    }
}
