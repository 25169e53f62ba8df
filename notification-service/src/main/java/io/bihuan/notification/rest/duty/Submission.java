package io.bihuan.notification.rest.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was submitted. */
@Schema(name = "DutySubmission", description = "What was submitted, now", examples = """
        {"period": "2026-W20", "document": "宁燃专班〔2026〕20号"}""")
public record Submission(
        @Schema(
                description =
                        "The day (2026-11-15) of a daily duty, ISO week (2026-W20) of a weekly one, month (2026-05)"
                                + " of a monthly one; may lie ahead")
        @NotBlank
        @Size(max = 10)
        String period,

        @Size(max = 200)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{oneLine}")
        @Schema(description = "Its number or title", nullable = true)
        @Nullable
        String document) {}
