package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.ranking.Consequence;
import io.bihuan.reporting.ranking.Deduction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Districts or units in the order of their scores, as a client sees them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Ranking", description = "Districts or units in the order of their scores")
record RankingReport(
        @Schema(
                description = "Who is ranked",
                enumeration = {"districts", "units"})
        String of,

        @Schema(description = "The day, month or year", example = "2026-05")
        String period,

        @Schema(description = "Code of the district whose parts or units are ranked; empty for the top of the register")
        String parent,

        @Schema(description = "Counted are hazards found from this day on; of a year its first day")
        LocalDate from,

        @Schema(description = "Counted are hazards found up to this day")
        LocalDate to,

        @Schema(
                description =
                        "The moment at which the hazards stood like this; of a year, up to which months are counted")
        OffsetDateTime asOf,

        @Schema(description = "The version of the rules: the one that was in force when the period ended, or is now")
        int rules,

        @Schema(description = "How many have a place") int ranked,

        @Schema(description = "When the ranking was closed; null while it is not") @Nullable
        OffsetDateTime closedAt,

        @Schema(description = "By place, then by code; who has no place comes last")
        List<Item> items) {

    /** A district or unit. */
    @Schema(name = "RankingItem", description = "A district or unit and how its score comes about")
    record Item(
            @Schema(
                    description =
                            "How many are better, and one; who has the same score shares it. null without a score")
            @Nullable
            Integer place,

            @Schema(description = "Code of the district or unit; the name of a unit that has no code")
            String code,

            @Schema(description = "null while a district is not on file") @Nullable
            String name,

            @Schema(description = "Hazards found") long found,

            @Schema(
                    description =
                            "100 less the points deducted, in two decimals; null where nothing was found, and so nothing can be said",
                    example = "87.50")
            @Nullable
            BigDecimal score,

            @Schema(description = "What cost points; they add up to 100 − score. None of a year: see `months`")
            List<Deducted> deductions,

            @Schema(description = "Of a year, the months whose scores' mean is the score; otherwise none")
            List<Month> months,

            @Schema(
                    description =
                            "The place and score with which the period was closed; null if they are not kept. Of a day those of the last are")
            @Nullable
            ClosedPlace closed,

            @Schema(
                    description =
                            "What being among the last has led to, by the rankings as they were closed; of units only")
            List<Due> consequences) {}

    /** Points deducted for one cause. */
    @Schema(name = "Deduction", description = "Points deducted for one cause, down to the hazards")
    record Deducted(
            @JsonUnwrapped Deduction figures,
            @Schema(description = "The cause in words") String text,

            @Schema(description = "The call that lists exactly these hazards")
            String query,

            @Schema(
                    description =
                            "With `item`, the numbers of the first hazards, by when they were found, up to 20; otherwise null")
            @Nullable
            List<String> numbers) {}

    /** A month of a year. */
    @Schema(name = "RankingMonth")
    record Month(
            @Schema(example = "2026-05") String period,
            int place,
            BigDecimal score,

            @Schema(description = "The call that answers its ranking")
            String query) {}

    /** A place that was kept when its period was over. */
    @Schema(
            name = "ClosedPlace",
            description = "A place that was kept when its period was over; later knowledge doesn't change it")
    record ClosedPlace(int place, BigDecimal score) {}

    /** A consequence. */
    @Schema(name = "RankingConsequence")
    record Due(
            Consequence consequence,

            @Schema(description = "The consequence in words")
            String text,

            @Schema(description = "The day, month or year with which it came about", example = "2026-05-07")
            String since,

            @Schema(description = "The days, months or years in a row in which it was among the last, oldest first")
            List<String> because) {}
}
