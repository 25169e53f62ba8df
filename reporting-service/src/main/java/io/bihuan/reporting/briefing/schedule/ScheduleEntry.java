package io.bihuan.reporting.briefing.schedule;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.Refusal.Violation;
import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.briefing.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to stand on file of a schedule; what is not given is as the domain has it (glossary, section 5). */
@Schema(
        name = "BriefingScheduleEntry",
        description = "When a district's briefings are issued, or drafted, by themselves",
        examples = {"""
                {"district": "6301", "kind": "WEEKLY"}""", """
                {"district": "6301", "kind": "MONTHLY", "dayOfMonth": 25, "at": "17:00", "draft": true, "language": "ZH"}"""})
public record ScheduleEntry(
        @Schema(description = "The district's code", required = true, pattern = "^[0-9A-Z]{2,12}$") @Nullable
        String district,

        @Schema(required = true) @Nullable Kind kind,

        @Schema(description = "Of a weekly briefing; FRIDAY if not given", nullable = true) @Nullable
        DayOfWeek weekday,

        @Schema(
                description =
                        "Of a monthly briefing, 1 to 31; 25 if not given. A month that is shorter has its last day instead",
                minimum = "1",
                maximum = "31",
                nullable = true)
        @Nullable
        Integer dayOfMonth,

        @Schema(
                description = "Local time, to the minute",
                implementation = String.class,
                defaultValue = "17:00",
                examples = "17:00")
        @Nullable
        LocalTime at,

        @Schema(
                description = "Whether it is only drafted, to be looked at and issued by people",
                defaultValue = "false")
        @Nullable
        Boolean draft,

        @Schema(description = "What it is written in", defaultValue = "ZH") @Nullable
        Language language) {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,12}");
    private static final LocalTime AT = LocalTime.of(17, 0);
    private static final int DAY_OF_MONTH = 25;

    public ScheduleEntry {
        at = requireNonNullElse(at, AT);
        draft = requireNonNullElse(draft, false);
        language = requireNonNullElse(language, Language.ZH);
        if (kind == Kind.WEEKLY && weekday == null) {
            weekday = DayOfWeek.FRIDAY;
        }
        if (kind == Kind.MONTHLY && dayOfMonth == null) {
            dayOfMonth = DAY_OF_MONTH;
        }
    }

    /** @throws Refusal if something is missing or doesn't go together */
    void check() {
        List<Violation> violations = new ArrayList<>();
        if (district == null || !CODE.matcher(district).matches()) {
            violations.add(new Violation("district", "field.district"));
        }
        if (kind == null) {
            violations.add(new Violation("kind", "field.required"));
        }
        if (weekday != null && kind == Kind.MONTHLY) {
            violations.add(new Violation("weekday", "schedule.only", Kind.WEEKLY));
        }
        if (dayOfMonth != null && kind == Kind.WEEKLY) {
            violations.add(new Violation("dayOfMonth", "schedule.only", Kind.MONTHLY));
        }
        if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > 31)) {
            violations.add(new Violation("dayOfMonth", "schedule.dayOfMonth"));
        }
        if (!time().equals(time().truncatedTo(ChronoUnit.MINUTES))) {
            violations.add(new Violation("at", "schedule.minute"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
    }

    Rhythm rhythm() {
        return new Rhythm(requireNonNull(kind), weekday, dayOfMonth, time());
    }

    LocalTime time() {
        return requireNonNull(at);
    }

    boolean drafts() {
        return requireNonNull(draft);
    }

    Language writtenIn() {
        return requireNonNull(language);
    }
}
