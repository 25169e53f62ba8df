package io.bihuan.notification.rest.ladders;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.ladder.Rung;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a ladder as clients see it and enter it. */
@Schema(name = "Rung", description = "A step of a ladder: what is done, when, and who is told", examples = """
                {"step": "INTERVIEW", "level": 2, "days": 3, "at": "08:30", "roles": ["SUPERVISOR"],
                 "template": "interview", "document": "约谈通知书"}""")
record RungView(
        @NotNull
        @Schema(
                description = "Its code, in capitals and underscores, unique on the ladder; at most 40 characters",
                examples = "INTERVIEW")
        String step,

        @NotNull
        @Schema(
                description =
                        "0 for a reminder, which lies on the due day or before; 1, 2, 3… for the steps of escalation",
                minimum = "0",
                maximum = "20")
        Integer level,

        @NotNull
        @Schema(
                description =
                        "From the due day, in the days that the ladder counts: -1 is the day before, 0 the due day, 1 the day"
                                + " after",
                minimum = "-366",
                maximum = "366")
        Integer days,

        @NotNull
        @JsonFormat(pattern = "HH:mm", lenient = OptBoolean.FALSE)
        @Schema(
                description = "Local time of that day, to the minute",
                implementation = String.class,
                examples = "08:30")
        LocalTime at,

        @NotNull @Schema(description = "Who is told, at least one")
        List<@NotNull Role> roles,

        @NotNull @Schema(description = "The name of the template of what they are told", examples = "interview")
        String template,

        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{oneLine}")
        @Schema(description = "The document that goes with the step, at most 40 characters", nullable = true)
        @Nullable
        String document) {

    static RungView of(Rung rung) {
        return new RungView(
                rung.step(), rung.level(), rung.days(), rung.at(), rung.roles(), rung.template(), rung.document());
    }

    Rung rung() {
        return new Rung(step, level, days, at, roles, template, document);
    }
}
