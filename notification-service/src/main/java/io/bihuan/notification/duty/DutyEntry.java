package io.bihuan.notification.duty;

import static java.util.Objects.requireNonNullElse;

import io.bihuan.notification.Refusal;
import io.bihuan.notification.Refusal.Violation;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.ladder.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to stand on file of a reporting duty; what is not given is as the domain has it (glossary, section 5). */
@Schema(
        name = "DutyEntry",
        description = "What is to stand on file of a reporting duty 报送任务",
        examples = {"""
                {"districtCode": "630102", "name": "燃气安全日报", "kind": "DAILY", "at": "17:00",
                 "season": {"from": "10-15", "to": "04-15"}}""", """
                {"districtCode": "630102", "name": "专项整治周报", "kind": "WEEKLY", "weekday": "FRIDAY", "at": "17:00",
                 "workedDayBefore": true, "remindBefore": "PT2H", "remindAfter": "PT1H",
                 "roles": ["SUPERVISOR", "OFFICE"], "recordedBy": "市专班办公室"}"""})
public record DutyEntry(
        @NotNull
        @Pattern(regexp = "[0-9A-Z]{2,12}", message = "{districtCode}")
        @Schema(description = "The district that has to submit")
        String districtCode,

        @NotBlank
        @Size(max = 40)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{oneLine}")
        @Schema(description = "What is submitted, as messages name it; once per district")
        String name,

        @NotNull @Schema(description = "How often: DAILY 日报, WEEKLY 周报, MONTHLY 月报")
        Kind kind,

        @Schema(description = "Of a weekly duty; FRIDAY if not given", nullable = true) @Nullable
        DayOfWeek weekday,

        @Min(1)
        @Max(31)
        @Schema(
                description = "Of a monthly duty; 25 if not given. A month that is shorter has its last day instead",
                nullable = true)
        @Nullable
        Integer dayOfMonth,

        @Schema(description = "Local time, to the minute", defaultValue = "17:00", examples = "17:00")
        LocalTime at,

        @Schema(
                description =
                        "The days of the year on which it is due. Not given: the heating season 10-15 to 04-15 of a"
                                + " daily duty, the whole year of others; for a daily duty all the year say 01-01 to 12-31",
                nullable = true)
        @Nullable
        Span season,

        @Schema(
                description =
                        "Whether a due day that is not worked moves to the worked day before; not of a daily duty",
                defaultValue = "false")
        Boolean workedDayBefore,

        @Schema(
                description =
                        "How long before it is due people are reminded: from PT1M, less than the time between two",
                implementation = String.class,
                format = "duration",
                defaultValue = "PT2H")
        Duration remindBefore,

        @Schema(
                description = "How long after, if nothing came; and once more at 08:30 of the next morning",
                implementation = String.class,
                format = "duration",
                defaultValue = "PT1H")
        Duration remindAfter,

        @NotNull
        @Size(min = 1)
        @Schema(
                description =
                        "Who is told: SUPERVISOR, OFFICE or LEADER of the district, or of the nearest above it where"
                                + " somebody holds the post; SUPERVISOR if not given",
                required = false)
        List<Role> roles,

        @Size(max = 100) @Schema(description = "Who enters it", nullable = true) @Nullable
        String recordedBy) {

    private static final LocalTime AT = LocalTime.of(17, 0);
    private static final int DAY_OF_MONTH = 25;
    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The days of a year from one to another, both with it. */
    @Schema(name = "SeasonOfDuty", description = "Both days with it; one that ends before it begins goes over New Year")
    public record Span(
            @Schema(description = "Month and day", examples = "10-15")
            String from,

            @Schema(description = "Month and day", examples = "04-15")
            String to) {}

    public DutyEntry {
        name = name == null ? name : name.strip();
        at = requireNonNullElse(at, AT);
        workedDayBefore = requireNonNullElse(workedDayBefore, false);
        remindBefore = requireNonNullElse(remindBefore, BEFORE);
        remindAfter = requireNonNullElse(remindAfter, AFTER);
        roles = roles == null ? List.of(Role.SUPERVISOR) : new ArrayList<>(roles);
        if (kind == Kind.WEEKLY && weekday == null) {
            weekday = DayOfWeek.FRIDAY;
        }
        if (kind == Kind.MONTHLY && dayOfMonth == null) {
            dayOfMonth = DAY_OF_MONTH;
        }
        if (kind == Kind.DAILY && season == null) {
            season = new Span(text(Season.HEATING.from()), text(Season.HEATING.to()));
        }
    }

    /** The same, entered by somebody. */
    public DutyEntry by(String somebody) {
        return new DutyEntry(
                districtCode,
                name,
                kind,
                weekday,
                dayOfMonth,
                at,
                season,
                workedDayBefore,
                remindBefore,
                remindAfter,
                roles,
                somebody);
    }

    /**
     * When it is due.
     *
     * @throws Refusal if what is given does not go together
     */
    Rhythm rhythm() {
        var violations = new ArrayList<Violation>();
        if (weekday != null && kind != Kind.WEEKLY) {
            violations.add(new Violation("weekday", "only-of-duty", Kind.WEEKLY));
        }
        if (dayOfMonth != null && kind != Kind.MONTHLY) {
            violations.add(new Violation("dayOfMonth", "only-of-duty", Kind.MONTHLY));
        }
        if (workedDayBefore && kind == Kind.DAILY) {
            violations.add(new Violation("workedDayBefore", "not-of-daily-duty"));
        }
        if (at.getSecond() != 0 || at.getNano() != 0) {
            violations.add(new Violation("at", "whole-minute"));
        }
        refuseUnlessWithin("remindBefore", remindBefore, violations);
        refuseUnlessWithin("remindAfter", remindAfter, violations);
        if (roles.stream().anyMatch(role -> role == null || role.ofUnit())
                || Set.copyOf(roles).size() < roles.size()) {
            violations.add(new Violation("roles", "district-roles"));
        }
        var from = season == null ? null : day("season.from", season.from(), violations);
        var to = season == null ? null : day("season.to", season.to(), violations);
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
        return new Rhythm(
                kind,
                weekday,
                dayOfMonth,
                at,
                from == null || to == null ? null : new Season(from, to),
                workedDayBefore);
    }

    private void refuseUnlessWithin(String field, Duration duration, List<Violation> violations) {
        var longest =
                switch (kind) {
                    case DAILY -> Duration.ofHours(23);
                    case WEEKLY -> Duration.ofDays(6);
                    case MONTHLY -> Duration.ofDays(27);
                };
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(longest) > 0) {
            violations.add(new Violation(field, "duration-between", SHORTEST, longest));
        }
    }

    private static @Nullable MonthDay day(String field, @Nullable String written, List<Violation> violations) {
        try {
            return MonthDay.parse("--" + written);
        } catch (DateTimeException e) {
            violations.add(new Violation(field, "month-day"));
            return null;
        }
    }

    /** As it is written here: 10-15. */
    static String text(MonthDay day) {
        return day.toString().substring(2);
    }
}
