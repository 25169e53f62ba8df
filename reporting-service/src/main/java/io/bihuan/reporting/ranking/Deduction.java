package io.bihuan.reporting.ranking;

import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Points that are deducted for one cause: a share of the most that it can cost, which is the same for large and small. */
@Schema(name = "DeductionFigures", description = "How the points that one cause costs come about")
public record Deduction(
        @Schema(description = "Of which the hazards are listed: `OPEN` is the count `open`, and so on")
        Cause cause,

        @Schema(
                description = "most × weighed hazards ÷ weighed hazards found, in two decimals, half up",
                example = "12.50")
        BigDecimal points,

        @Schema(description = "The points if the cause applied to every hazard found", example = "40")
        BigDecimal most,

        @Schema(
                description = "Weighed hazards ÷ weighed hazards found, 0 to 1 in four decimals, half up",
                example = "0.3125")
        BigDecimal share,

        @Schema(description = "How many hazards the cause applies to", example = "3")
        long hazards,

        @Schema(description = "The same by grade, of grades that were found")
        List<OfGrade> grades) {

    private static final int DECIMALS = 2;

    /** What the hazards of one grade weigh in a deduction. */
    @Schema(name = "DeductionOfGrade")
    public record OfGrade(
            Grade grade,

            @Schema(description = "How much each hazard weighs")
            int weight,

            @Schema(description = "How many the cause applies to")
            long hazards,

            @Schema(description = "Of so many that were found")
            long found) {}

    /** What a cause costs by the rules; the account has hazards. */
    static Deduction of(Cause cause, BigDecimal most, Account account, Rules rules) {
        List<OfGrade> grades = new ArrayList<>();
        long weighed = 0;
        long all = 0;
        for (Grade grade : Grade.values()) {
            if (account.found(grade) > 0) {
                int weight = rules.weight(grade);
                grades.add(new OfGrade(grade, weight, account.of(cause, grade), account.found(grade)));
                weighed += weight * account.of(cause, grade);
                all += weight * account.found(grade);
            }
        }
        BigDecimal points = most.multiply(BigDecimal.valueOf(weighed))
                .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP);
        return new Deduction(
                cause, points, most, Objects.requireNonNull(Rate.of(weighed, all)), account.of(cause), grades);
    }
}
