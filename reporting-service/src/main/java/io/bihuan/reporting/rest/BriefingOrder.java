package io.bihuan.reporting.rest;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.Refusal.Violation;
import io.bihuan.reporting.briefing.Kind;
import io.bihuan.reporting.briefing.Language;
import io.bihuan.reporting.briefing.Periods;
import io.bihuan.reporting.briefing.Subject;
import io.bihuan.reporting.briefing.Text;
import io.bihuan.reporting.statistics.Period;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The briefing that a client wants. */
@Schema(
        name = "BriefingOrder",
        description = "The briefing that is wanted",
        examples = {"""
                {"district": "6301", "period": "2026-W18"}""", """
                {"district": "6301", "period": "2026-05", "kind": "MONTHLY", "draft": true, "language": "ZH",
                 "text": {"closing": "请各县区于本月底前完成重大隐患清零。"}}"""})
record BriefingOrder(
        @Schema(description = "The district's code", required = true, pattern = "^[0-9A-Z]{2,12}$") @Nullable
        String district,

        @Schema(
                description = "The week or month to report, which must have begun",
                required = true,
                examples = {"2026-W18", "2026-05"})
        @Nullable
        String period,

        @Schema(description = "May be said, to be sure; it follows from the period", nullable = true) @Nullable
        Kind kind,

        @Schema(description = "What it is written in", defaultValue = "ZH") @Nullable
        Language language,

        @Schema(
                description = "Whether it is only drafted, to be looked at, edited and issued later",
                defaultValue = "false")
        @Nullable
        Boolean draft,

        @Schema(nullable = true) @Nullable Text text) {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,12}");

    BriefingOrder {
        language = requireNonNullElse(language, Language.ZH);
        draft = requireNonNullElse(draft, false);
        text = requireNonNullElse(text, Text.NONE);
    }

    boolean drafts() {
        return requireNonNull(draft);
    }

    Text words() {
        return requireNonNull(text);
    }

    /** @throws Refusal if something is missing or wrong */
    Subject subject() {
        List<Violation> violations = new ArrayList<>();
        if (district == null || !CODE.matcher(district).matches()) {
            violations.add(new Violation("district", "field.district"));
        }
        Period reported = reported();
        if (reported == null) {
            violations.add(new Violation("period", "field.period"));
        } else if (kind != null && kind != Kind.of(reported).orElseThrow()) {
            violations.add(new Violation("kind", "field.kind"));
        }
        violations.addAll(Words.wrongs("text.", words()));
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
        return new Subject(requireNonNull(district), requireNonNull(reported), requireNonNull(language));
    }

    private @Nullable Period reported() {
        try {
            Period named = period == null ? null : Periods.named(period);
            return named == null
                            || named.first().getYear() < Moments.FIRST_YEAR
                            || named.last().getYear() > Moments.LAST_YEAR
                    ? null
                    : named;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
