package io.bihuan.notification.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.notification.fixtures.Shipped;
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
            var plan = twoSteps(grade).plan(new Deadline(dueAt.toInstant(), zone), longAgo, longAgo, Days.CALENDAR);

            assertThat(plan)
                    .containsExactly(
                            new Planned(rung("DAY_BEFORE"), 0, before.toInstant(), dueAt.toInstant(), false),
                            new Planned(rung("REMIND"), 1, after.toInstant(), null, false));
        }
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void aDeadlineAlreadyNearWhenItIsSetIsRemindedOfAtOnce(Grade grade) {
        var assigned = Instant.parse("2026-05-09T03:00:00Z");

        var plan = twoSteps(grade).plan(endOfMay10(), assigned, assigned, Days.CALENDAR);

        assertThat(plan).extracting(Planned::remindAt).containsExactly(assigned, Instant.parse("2026-05-11T00:30:00Z"));
        assertThat(plan).extracting(Planned::past).containsExactly(false, false);
    }

    @Test
    void stepsThatLayInThePastWhenALedgerWasImportedArePast() {
        var assigned = Instant.parse("2026-05-03T00:00:00Z");
        var imported = Instant.parse("2026-06-01T00:00:00Z");

        var plan = twoSteps(Grade.SERIOUS).plan(endOfMay10(), assigned, imported, Days.CALENDAR);

        assertThat(plan).extracting(Planned::past).containsExactly(true, true);
        assertThat(plan).extracting(Planned::remindAt).allMatch(moment -> moment.isBefore(imported));
    }

    @Test
    void theNextStepOfAnImportedHazardStillCounts() {
        var assigned = Instant.parse("2026-05-03T00:00:00Z");
        var imported = Instant.parse("2026-05-10T02:00:00Z");

        var plan = twoSteps(Grade.SERIOUS).plan(endOfMay10(), assigned, imported, Days.CALENDAR);

        assertThat(plan).extracting(Planned::past).containsExactly(true, false);
    }

    @Test
    void aDeadlineThatWasNearWhenSetInThePastIsNotRemindedOfNow() {
        var assigned = Instant.parse("2026-05-10T02:00:00Z");

        var plan =
                twoSteps(Grade.MINOR).plan(endOfMay10(), assigned, assigned.plus(Duration.ofHours(3)), Days.CALENDAR);

        assertThat(plan).extracting(Planned::remindAt).first().isEqualTo(assigned);
        assertThat(plan).extracting(Planned::past).containsExactly(true, false);
    }

    @Test
    void aStepDueInTheVeryInstantItIsRecordedIsNotPast() {
        var morning = Instant.parse("2026-05-09T00:30:00Z");

        var plan = twoSteps(Grade.GENERAL).plan(endOfMay10(), morning.minusSeconds(60), morning, Days.CALENDAR);

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
        var plan = twoSteps(Grade.MAJOR).plan(endOfMay10(), Instant.EPOCH, Instant.EPOCH, Days.CALENDAR);

        assertThat(plan.stream().map(Planned::place).toList()).isEqualTo(List.of(0, 1));
        assertThat(plan).last().extracting(planned -> planned.rung().kind()).isEqualTo(Kind.ESCALATION);
    }

    @ParameterizedTest(name = "{0} is on {1}, level {2}, to {3}")
    @CsvSource({
        "THREE_DAYS_BEFORE, 2026-05-07, 0, RESPONSIBLE",
        "DAY_BEFORE,        2026-05-09, 0, RESPONSIBLE",
        "DUE_DAY,           2026-05-10, 0, RESPONSIBLE",
        "REMIND,            2026-05-11, 1, RESPONSIBLE UNIT_HEAD",
        "INTERVIEW,         2026-05-13, 2, SUPERVISOR",
        "CIRCULAR,          2026-05-17, 3, OFFICE",
        "LISTED,            2026-05-25, 4, OFFICE LEADER",
    })
    void theShippedLadderIsThatOfTheGlossary(String step, LocalDate day, int level, String roles) {
        var planned = Shipped.ladder(Grade.GENERAL).plan(endOfMay10(), Instant.EPOCH, Instant.EPOCH, Days.CALENDAR);

        assertThat(planned)
                .filteredOn(one -> one.rung().step().equals(step))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.remindAt())
                            .isEqualTo(day.atTime(8, 30).atZone(SHANGHAI).toInstant());
                    assertThat(one.rung().level()).isEqualTo(level);
                    assertThat(one.rung().roles()).extracting(Role::name).containsExactly(roles.split(" "));
                });
    }

    @Test
    void aLadderOfWorkingDaysCountsThoseAlone() {
        var rungs = List.of(rung("DAY_BEFORE"), rung("REMIND"));
        Days onlyEvenDays = (day, days) -> day.plusDays(2L * days);

        var plan = new Ladder(Grade.GENERAL, 1, Ladder.Count.WORKING, rungs)
                .plan(endOfMay10(), Instant.EPOCH, Instant.EPOCH, onlyEvenDays);

        assertThat(plan)
                .extracting(one -> one.remindAt().atZone(SHANGHAI).toLocalDate())
                .containsExactly(LocalDate.of(2026, 5, 8), LocalDate.of(2026, 5, 12));
    }

    private static Ladder twoSteps(Grade grade) {
        return new Ladder(grade, 1, Ladder.Count.CALENDAR, List.of(rung("DAY_BEFORE"), rung("REMIND")));
    }

    private static Rung rung(String step) {
        return Shipped.rungs().stream()
                .filter(rung -> rung.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static Deadline endOfMay10() {
        return new Deadline(Instant.parse("2026-05-10T16:00:00Z"), SHANGHAI);
    }
}
