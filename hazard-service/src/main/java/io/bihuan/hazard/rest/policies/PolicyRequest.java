package io.bihuan.hazard.rest.policies;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.deadline.Counting;
import io.bihuan.hazard.deadline.PolicyLine;
import io.bihuan.hazard.deadline.PolicyLines;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/policies} and of its preview. */
@Schema(
        name = "Policy",
        description = "A deadline policy 期限规定, all of it. The line for a hazard's category wins over its grade's",
        examples = """
                {"note": "较大隐患改按工作日计算；供热服务 24 小时内修复", "recordedBy": "市专班办公室",
                 "lines": [{"grade": "MAJOR", "time": "P30D", "counting": "CALENDAR"},
                           {"grade": "SERIOUS", "time": "P10D", "counting": "WORKING", "extensionDays": 10},
                           {"grade": "GENERAL", "time": "P7D", "counting": "CALENDAR"},
                           {"grade": "MINOR", "time": "P3D", "counting": "CALENDAR", "extensionDays": 0},
                           {"grade": "GENERAL", "category": "HEAT_SERVICE", "time": "PT24H", "counting": "HOURS"}]}""")
record PolicyRequest(
        @NotBlank @Size(max = 1000) @Schema(description = "Why")
        String note,

        @Size(max = 100) @Nullable String recordedBy,

        @NotNull @Size(max = 100) @Schema(description = "Every grade needs one without category")
        List<@NotNull @Valid Line> lines) {

    /** The time that hazards of a grade have, or those of one category of it. */
    @Schema(name = "PolicyLine")
    record Line(
            @NotNull Grade grade,

            @Schema(description = "None: for the categories without a line of their own") @Nullable
            Category category,

            @NotBlank
            @Size(max = 10)
            @Schema(
                    description = "ISO 8601: days for CALENDAR and WORKING, hours for HOURS; at most a year",
                    examples = {"P30D", "PT24H"})
            String time,

            @Schema(description = "CALENDAR days, WORKING days by the yearly notices, or HOURS round the clock")
            @NotNull
            Counting counting,

            @Min(0)
            @Max(366)
            @Schema(
                    description = "How many calendar days beyond the first deadline a hazard may be extended in all;"
                            + " none given: as many as time has")
            @Nullable
            Integer extensionDays) {

        private Optional<PolicyLine> line() {
            return PolicyLine.of(grade, category, time, counting, extensionDays);
        }
    }

    PolicyLines policy() {
        List<PolicyLine> read = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String field = "lines[%d].time".formatted(i);
            line.line()
                    .ifPresentOrElse(
                            read::add,
                            () -> violations.add(new Violation(field, "policy.time", line.time(), line.counting())));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
        return new PolicyLines(read);
    }
}
