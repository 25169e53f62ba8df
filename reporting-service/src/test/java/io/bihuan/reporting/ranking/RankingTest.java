package io.bihuan.reporting.ranking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.Refusal.Violation;
import io.bihuan.reporting.statistics.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    private static final Rules SHIPPED = shipped();

    @Test
    void equalScoresShareAPlaceAndTheNextPlaceIsLeftOut() {
        assertThat(places("90", "95", "90", "80")).isEqualTo("b1 a2 c2 d4");
    }

    @Test
    void whoHasNoScoreComesLastAndHasNoPlace() {
        assertThat(places("", "95", "", "80")).isEqualTo("b1 d2 a- c-");
    }

    @Test
    void scoresThatDifferOnlyInHowTheyAreWrittenAreEqual() {
        assertThat(places("90", "90.00")).isEqualTo("a1 b1");
    }

    @ParameterizedTest
    @CsvSource({
        // three of six
        "100 95 90 80 70 60, d e f",
        // fewer than six are ranked
        "100 95 90 80 70, ''",
        // who shares the third place from the end shares what follows from it
        "100 95 90 70 70 70 60, d e f g",
        // those before are not among the last, whoever is tied behind them
        "100 95 90 80 60 60 60, e f g",
        // who has lost nothing is not among the last
        "100 100 100 100 100 60, f",
        "100 100 100 100 100 100, ''",
        // all alike, all last
        "90 90 90 90 90 90, a b c d e f"
    })
    void theLastAreThoseThatFewerThanThreeOthersAreWorseThan(String scores, String last) {
        assertThat(ranking(scores.split(" ")).items().stream()
                        .filter(Ranking.Item::last)
                        .map(item -> item.contender().code())
                        .collect(joining(" ")))
                .isEqualTo(last);
    }

    @Test
    void aRunOfFiveDaysLeadsToTheCentreAndOfTenToTheBureauToo() {
        List<LocalDate> days = Stream.iterate(LocalDate.parse("2026-05-01"), day -> day.plusDays(1))
                .limit(11)
                .toList();
        assertThat(earned(Subject.UNITS, Period.Kind.DAY, days.subList(0, 4))).isEmpty();
        assertThat(earned(Subject.UNITS, Period.Kind.DAY, days.subList(0, 9)))
                .containsExactly(
                        new Earned(Consequence.INTERVIEW_CENTRE, LocalDate.parse("2026-05-05"), days.subList(0, 9)));
        assertThat(earned(Subject.UNITS, Period.Kind.DAY, days))
                .containsExactly(
                        new Earned(Consequence.INTERVIEW_CENTRE, LocalDate.parse("2026-05-05"), days),
                        new Earned(Consequence.INTERVIEW_BUREAU_AND_MEDIA, LocalDate.parse("2026-05-10"), days));
    }

    @Test
    void aMonthLeadsToAPublicInterviewAYearToAYellowAndThreeYearsToARedCard() {
        List<LocalDate> years = Stream.of("2024-01-01", "2025-01-01", "2026-01-01")
                .map(LocalDate::parse)
                .toList();
        assertThat(earned(Subject.UNITS, Period.Kind.MONTH, years.subList(0, 1)))
                .extracting(Earned::consequence)
                .containsExactly(Consequence.PUBLIC_INTERVIEW);
        assertThat(earned(Subject.UNITS, Period.Kind.YEAR, years.subList(0, 2)))
                .extracting(Earned::consequence)
                .containsExactly(Consequence.YELLOW_CARD);
        assertThat(earned(Subject.UNITS, Period.Kind.YEAR, years))
                .extracting(each -> each.consequence() + " " + each.since())
                .containsExactly("YELLOW_CARD 2024-01-01", "RED_CARD 2026-01-01");
    }

    @Test
    void nothingFollowsForDistricts() {
        assertThat(earned(Subject.DISTRICTS, Period.Kind.MONTH, List.of(LocalDate.parse("2026-05-01"))))
                .isEmpty();
    }

    @Test
    void theShippedRulesAreRules() {
        RuleCheck.check(SHIPPED);
        assertThat(SHIPPED.points().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }

    @Test
    void rulesThatCannotBeAreRefusedWithEverythingThatIsWrong() {
        Rules wrong = new Rules(
                Map.of(),
                Map.of(Cause.OPEN, new BigDecimal("99.999"), Cause.RETURNED, new BigDecimal("1.5")),
                13,
                0,
                1,
                new HashMap<>(Map.of(Consequence.RED_CARD, 0)));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> RuleCheck.check(wrong));
        assertThat(refusal.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "weights.MAJOR",
                        "weights.SERIOUS",
                        "weights.GENERAL",
                        "weights.MINOR",
                        "points.OPEN",
                        "months",
                        "last",
                        "leastRanked",
                        "inARow.INTERVIEW_CENTRE",
                        "inARow.INTERVIEW_BUREAU_AND_MEDIA",
                        "inARow.PUBLIC_INTERVIEW",
                        "inARow.YELLOW_CARD",
                        "inARow.RED_CARD");
    }

    @Test
    void allCausesTogetherCostNoMoreThanThereIs() {
        Rules generous = new Rules(
                SHIPPED.weights(),
                Map.of(Cause.OPEN, new BigDecimal("99.99"), Cause.RETURNED, new BigDecimal("0.02")),
                3,
                3,
                6,
                SHIPPED.inARow());
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> RuleCheck.check(generous));
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("points");
    }

    private static List<Earned> earned(Subject subject, Period.Kind kind, List<LocalDate> run) {
        return Earned.by(subject, kind, new Archive.Place(6, new BigDecimal("60.00"), run), SHIPPED);
    }

    private static String places(String... scores) {
        return ranking(scores).items().stream()
                .map(item -> item.contender().code() + (item.place() == null ? "-" : item.place()))
                .collect(joining(" "));
    }

    /** Of a, b, c… with these scores; an empty one is none. */
    private static Ranking ranking(String... scores) {
        List<Contender> contenders = new ArrayList<>();
        for (String score : scores) {
            String code = Character.toString('a' + contenders.size());
            contenders.add(0, new Contender(code, code, 1, decimal(score), List.of()));
        }
        return Ranking.of(contenders, SHIPPED);
    }

    private static @Nullable BigDecimal decimal(String score) {
        return score.isEmpty() ? null : new BigDecimal(score);
    }

    private static Rules shipped() {
        try {
            return new ObjectMapper().readValue(RankingTest.class.getResource("/ranking/shipped.json"), Rules.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
