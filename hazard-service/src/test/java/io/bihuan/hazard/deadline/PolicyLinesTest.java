package io.bihuan.hazard.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLinesTest {

    private static final PolicyLine HEAT = new PolicyLine(Grade.GENERAL, Category.HEAT_SERVICE, 24, Counting.HOURS, 1);
    private static final List<PolicyLine> PLAIN = Arrays.stream(Grade.values())
            .map(grade -> new PolicyLine(grade, null, 10 + grade.ordinal(), Counting.CALENDAR, 5))
            .toList();

    @Test
    void theLineOfTheCategoryWinsOverTheLineOfTheGrade() {
        PolicyLines lines =
                new PolicyLines(Stream.concat(Stream.of(HEAT), PLAIN.stream()).toList());
        assertThat(lines.line(Grade.GENERAL, Category.HEAT_SERVICE)).isEqualTo(HEAT);
        assertThat(lines.line(Grade.GENERAL, Category.HEAT_NETWORK).amount()).isEqualTo(12);
        assertThat(lines.line(Grade.MAJOR, Category.HEAT_SERVICE).amount()).isEqualTo(10);
        assertThat(lines.inOrder().get(3)).isEqualTo(HEAT);
    }

    @Test
    void everyHazardIsDatedWhateverItsGradeAndCategory() {
        PolicyLines lines = new PolicyLines(PLAIN);
        for (Grade grade : Grade.values()) {
            for (Category category : Category.values()) {
                assertThat(lines.line(grade, category).grade()).isEqualTo(grade);
            }
        }
    }

    @Test
    void aGradeThatIsForgottenIsNamed() {
        assertThatThrownBy(() -> new PolicyLines(List.of(HEAT)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.arguments().get(0))
                        .containsExactly(Grade.values()));
    }

    @Test
    void aLineThatIsThereTwiceIsNamed() {
        List<PolicyLine> twice = Stream.concat(Stream.of(HEAT, HEAT, PLAIN.get(0)), PLAIN.stream())
                .toList();
        assertThatThrownBy(() -> new PolicyLines(twice))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::reason)
                        .containsExactlyInAnyOrder("policy.gradeTwice", "policy.lineTwice"));
    }

    @ParameterizedTest
    @CsvSource({
        "P30D, CALENDAR, 30",
        "P10D, WORKING, 10",
        "P366D, CALENDAR, 366",
        "PT24H, HOURS, 1",
        "PT25H, HOURS, 2",
        "PT1H," + " HOURS, 1"
    })
    void whoSaysNothingOfExtensionsAllowsAsManyDaysAsTheTimeItself(String time, Counting counting, int extensionDays) {
        assertThat(PolicyLine.of(Grade.MAJOR, null, time, counting, null))
                .hasValueSatisfying(line -> assertThat(line.time()).isEqualTo(time))
                .hasValueSatisfying(line -> assertThat(line.extensionDays()).isEqualTo(extensionDays));
    }

    @ParameterizedTest
    @CsvSource({
        "P0D, CALENDAR",
        "P367D, CALENDAR",
        "PT24H, CALENDAR",
        "PT24H, WORKING",
        "P1D, HOURS",
        "PT0H, HOURS",
        "PT8785H, HOURS",
        "P1M, CALENDAR",
        "P-3D, CALENDAR",
        "P1DT2H, HOURS",
        "30, CALENDAR",
        "P99999999999D, CALENDAR"
    })
    void aTimeThatDoesNotSuitItsCountingIsNone(String time, Counting counting) {
        assertThat(PolicyLine.of(Grade.MAJOR, null, time, counting, null)).isEmpty();
    }

    @Test
    void theLatestExtensionLiesTheLinesDaysBeyondTheFirstDeadline() {
        Instant due = Instant.parse("2026-05-18T16:00:00Z");
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        assertThat(new PolicyLine(Grade.SERIOUS, null, 15, Counting.CALENDAR, 15).latestExtension(due, shanghai))
                .isEqualTo("2026-06-02T16:00:00Z");
        assertThat(new PolicyLine(Grade.MINOR, null, 3, Counting.WORKING, 0).latestExtension(due, shanghai))
                .isEqualTo(due);
    }
}
