package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.deadline.Count;
import io.bihuan.hazard.deadline.Counting;
import io.bihuan.hazard.deadline.PolicyLine;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a hazard's deadline is what it is, as clients see it. */
@Schema(
        name = "DeadlineExplanation",
        description = "Why a deadline is what it is, in words and as data",
        examples = """
                {"explanation": ["按第 2 版期限规定，较大隐患的整改时限为 3 个工作日。",
                                 "自 2026-09-30 的次日起计，至 2026-10-10 24:00 期满。",
                                 "不计 7 天：2026-10-01～2026-10-07 国庆节。",
                                 "计入调休上班日 1 天：2026-10-10 国庆节。",
                                 "按规定最迟可延至 2026-10-13 24:00。"],
                 "dueAt": "2026-10-10T16:00:00Z", "originalDueAt": "2026-10-10T16:00:00Z", "overdue": false,
                 "givenBy": "POLICY", "from": "2026-09-30T02:00:00Z", "policyVersion": 2, "grade": "SERIOUS",
                 "category": null, "time": "P3D", "counting": "WORKING", "daysCounted": 3,
                 "skipped": [{"date": "2026-10-01", "name": "国庆节"}],
                 "madeUp": [{"date": "2026-10-10", "name": "国庆节"}],
                 "recountedDueAt": "2026-10-10T16:00:00Z", "extensions": [],
                 "extensibleUntil": "2026-10-13T16:00:00Z"}""")
record DeadlineView(
        @Schema(description = "In the language that the client accepts")
        List<String> explanation,

        @Schema(description = "Null for a hazard that is not assigned yet") @Nullable
        Instant dueAt,

        @Schema(description = "The deadline before extensions") @Nullable
        Instant originalDueAt,

        boolean overdue,

        @Schema(description = "Null for a hazard that is not assigned yet") @Nullable
        GivenBy givenBy,

        @Schema(description = "When the counting began") @Nullable
        Instant from,

        @Schema(description = "The version that dated it") @Nullable
        Integer policyVersion,

        @Schema(description = "That the policy dated it by; the hazard's own may be another since") @Nullable
        Grade grade,

        @Schema(description = "Of the policy's line; null where it is for all categories without one of their own")
        @Nullable
        Category category,

        @Schema(
                description = "ISO 8601",
                examples = {"P30D", "PT24H"})
        @Nullable
        String time,

        @Nullable Counting counting,
        @Schema(description = "Null for hours") @Nullable Integer daysCounted,
        @Schema(description = "Days that did not count") List<Day> skipped,

        @Schema(description = "Weekend days that counted 调休")
        List<Day> madeUp,

        @Schema(
                description = "What the policy's line comes to by the calendar of today. Other than originalDueAt if"
                        + " the calendar changed since, which moves no deadline, or if a new grade's time was over"
                        + " when it was given; null if the calendar does not reach so far")
        @Nullable
        Instant recountedDueAt,

        @Schema(description = "Asked for since the deadline was first set")
        List<Extension> extensions,

        @Schema(description = "The latest deadline that extensions may come to") @Nullable
        Instant extensibleUntil) {

    /** Who set a deadline. */
    enum GivenBy {
        /** The policy dated it. */
        POLICY,
        /** A person gave it, or it came with a ledger. */
        PERSON
    }

    /** A day that needs a word of explanation. */
    @Schema(name = "DeadlineDay")
    record Day(
            LocalDate date,

            @Schema(description = "The holiday, or weekend", examples = "国庆节")
            String name) {}

    static DeadlineView of(Explanation explanation, DeadlineWords words) {
        Explanation.Dated dated = explanation.dated();
        PolicyLine line = dated == null ? null : dated.basis().line();
        Count count = dated == null ? null : dated.basis().count();
        return new DeadlineView(
                words.sentences(explanation),
                explanation.dueAt(),
                explanation.originalDueAt(),
                explanation.overdue(),
                dated == null ? GivenBy.PERSON : GivenBy.POLICY,
                explanation.from(),
                dated == null ? null : dated.policyVersion(),
                line == null ? null : line.grade(),
                line == null ? null : line.category(),
                line == null ? null : line.time(),
                line == null ? null : line.counting(),
                line == null || line.counting() == Counting.HOURS ? null : line.amount(),
                count == null ? List.of() : words.days(count.skipped()),
                count == null ? List.of() : words.days(count.madeUp()),
                count == null ? null : count.dueAt(),
                explanation.extensions(),
                explanation.extensibleUntil());
    }

    static DeadlineView notAssigned(DeadlineWords words) {
        return new DeadlineView(
                words.notAssigned(),
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }
}
