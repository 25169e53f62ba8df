package io.bihuan.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LadderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "{0} in {1} is reminded at {2} and {3}")
    @CsvSource({
        // 24:00 belongs to the day that ends there, so May 10 is the due day
        "2026-05-11T00:00:00+08:00, Asia/Shanghai,    2026-05-09T08:30:00+08:00, 2026-05-11T08:30:00+08:00",
        // one microsecond later it is May 11's
        "2026-05-11T00:00:00.000001+08:00, Asia/Shanghai, 2026-05-10T08:30:00+08:00, 2026-05-12T08:30:00+08:00",
        "2026-05-10T14:00:00+08:00, Asia/Shanghai,    2026-05-09T08:30:00+08:00, 2026-05-11T08:30:00+08:00",
        // the same instant is another day elsewhere
        "2026-05-11T00:00:00+08:00, America/New_York, 2026-05-09T08:30:00-04:00, 2026-05-11T08:30:00-04:00",
        "2026-05-11T00:00:00+08:00, Asia/Kathmandu,   2026-05-09T08:30:00+05:45, 2026-05-11T08:30:00+05:45",
        // clocks go forward on March 8 and back on November 1: still half past eight on the wall
        "2026-03-09T00:00:00-04:00, America/New_York, 2026-03-07T08:30:00-05:00, 2026-03-09T08:30:00-04:00",
        "2026-03-08T00:00:00-05:00, America/New_York, 2026-03-06T08:30:00-05:00, 2026-03-08T08:30:00-04:00",
        "2026-11-02T00:00:00-05:00, America/New_York, 2026-10-31T08:30:00-04:00, 2026-11-02T08:30:00-05:00",
        "2026-11-01T00:00:00-04:00, America/New_York, 2026-10-30T08:30:00-04:00, 2026-11-01T08:30:00-05:00",
        // over the year's end and a leap day
        "2027-01-01T00:00:00+08:00, Asia/Shanghai,    2026-12-30T08:30:00+08:00, 2027-01-01T08:30:00+08:00",
        "2028-03-01T00:00:00+08:00, Asia/Shanghai,    2028-02-28T08:30:00+08:00, 2028-03-01T08:30:00+08:00",
    })
    void theDayBeforeAndTheDayAfterAreLocalDaysOfEveryGrade(
            OffsetDateTime dueAt, ZoneId zone, OffsetDateTime before, OffsetDateTime after) {
        var longAgo = Instant.parse("2026-01-01T00:00:00Z");
        for (var grade : Grade.values()) {
            var plan = Ladder.of(grade).plan(new Deadline(dueAt.toInstant(), zone), longAgo, longAgo);

            assertThat(plan)
                    .containsExactly(
                            new Planned(Step.DAY_BEFORE, 0, before.toInstant(), dueAt.toInstant(), false),
                            new Planned(Step.REMIND, 1, after.toInstant(), null, false));
        }
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void aDeadlineAlreadyNearWhenItIsSetIsRemindedOfAtOnce(Grade grade) {
        var assigned = Instant.parse("2026-05-09T03:00:00Z");

        var plan = Ladder.of(grade).plan(endOfMay10(), assigned, assigned);

        assertThat(plan).extracting(Planned::remindAt).containsExactly(assigned, Instant.parse("2026-05-11T00:30:00Z"));
        assertThat(plan).extracting(Planned::past).containsExactly(false, false);
    }

    @Test
    void stepsThatLayInThePastWhenALedgerWasImportedArePast() {
        var assigned = Instant.parse("2026-05-03T00:00:00Z");
        var imported = Instant.parse("2026-06-01T00:00:00Z");

        var plan = Ladder.of(Grade.SERIOUS).plan(endOfMay10(), assigned, imported);

        assertThat(plan).extracting(Planned::past).containsExactly(true, true);
        assertThat(plan).extracting(Planned::remindAt).allMatch(moment -> moment.isBefore(imported));
    }

    @Test
    void theNextStepOfAnImportedHazardStillCounts() {
        var assigned = Instant.parse("2026-05-03T00:00:00Z");
        var imported = Instant.parse("2026-05-10T02:00:00Z");

        var plan = Ladder.of(Grade.SERIOUS).plan(endOfMay10(), assigned, imported);

        assertThat(plan).extracting(Planned::past).containsExactly(true, false);
    }

    @Test
    void aDeadlineThatWasNearWhenSetInThePastIsNotRemindedOfNow() {
        var assigned = Instant.parse("2026-05-10T02:00:00Z");

        var plan = Ladder.of(Grade.MINOR).plan(endOfMay10(), assigned, assigned.plus(Duration.ofHours(3)));

        assertThat(plan).extracting(Planned::remindAt).first().isEqualTo(assigned);
        assertThat(plan).extracting(Planned::past).containsExactly(true, false);
    }

    @Test
    void aStepDueInTheVeryInstantItIsRecordedIsNotPast() {
        var morning = Instant.parse("2026-05-09T00:30:00Z");

        var plan = Ladder.of(Grade.GENERAL).plan(endOfMay10(), morning.minusSeconds(60), morning);

        assertThat(plan).extracting(Planned::past).containsExactly(false, false);
    }

    @Test
    void aDeadlineAt24HoursBelongsToTheDayThatEnds() {
        assertThat(endOfMay10().dueDay()).isEqualTo(LocalDate.of(2026, 5, 10));
        assertThat(endOfMay10().endsDay()).isTrue();
        assertThat(new Deadline(Instant.parse("2026-05-10T06:00:00Z"), SHANGHAI).endsDay())
                .isFalse();
    }

    @Test
    void theEscalationIsTheHigherRung() {
        var plan = Ladder.of(Grade.MAJOR).plan(endOfMay10(), Instant.EPOCH, Instant.EPOCH);

        assertThat(plan.stream().map(Planned::rung).toList()).isEqualTo(List.of(0, 1));
        assertThat(plan).last().extracting(planned -> planned.step().kind()).isEqualTo(Step.Kind.ESCALATION);
    }

    private static Deadline endOfMay10() {
        return new Deadline(Instant.parse("2026-05-10T16:00:00Z"), SHANGHAI);
    }
}
