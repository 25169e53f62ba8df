package io.bihuan.stack.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.season.Registers.District;
import io.bihuan.stack.season.Season.Tally;
import io.bihuan.stack.season.Simulated.Which;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A season is drawn from what the product comes with. */
class SeasonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Registers REGISTERS = ShippedRegisters.read();
    private static final Season SEASON = Season.of(new Which(1, DAY), REGISTERS);

    @Test
    void theSameSeedAndDayMakeTheSameSeason() {
        var again = Season.of(new Which(1, DAY), ShippedRegisters.read());

        assertThat(again.hazards()).isEqualTo(SEASON.hazards());
        assertThat(new SeasonLedger(again).others()).isEqualTo(new SeasonLedger(SEASON).others());
        assertThat(new SeasonLedger(again).sites()).isEqualTo(new SeasonLedger(SEASON).sites());
    }

    @Test
    void anotherSeedAndAnotherDayMakeOthers() {
        assertThat(Season.of(new Which(2, DAY), REGISTERS).hazards()).isNotEqualTo(SEASON.hazards());
        assertThat(Season.of(new Which(1, DAY.plusDays(1)), REGISTERS).hazards())
                .isNotEqualTo(SEASON.hazards());
    }

    @Test
    void aSeasonsCodeTellsWhichItIs() {
        assertThat(SEASON.which().code()).isEqualTo("SIM-20261122-1");
        assertThat(Simulated.season("SIM-20261122-1")).contains(new Which(1, DAY));
        assertThat(Simulated.season("GAS-2026")).isEmpty();
    }

    @Test
    void everyHazardSiteAndUnitLiesInADistrictOnFile() {
        var onFile = REGISTERS.districts().stream().map(District::code).toList();

        assertThat(SEASON.hazards())
                .hasSize(2000)
                .extracting(hazard -> hazard.finding().site().district())
                .isSubsetOf(onFile);
        assertThat(SEASON.places().sites()).extracting(Site::district).isSubsetOf(onFile);
        assertThat(SEASON.places().units()).extracting(Unit::district).isSubsetOf(onFile);
    }

    @Test
    void everythingHasACodeOrNumberOfItsOwn() {
        assertThat(SEASON.hazards()).extracting(PastHazard::number).doesNotHaveDuplicates();
        assertThat(SEASON.places().sites()).extracting(Site::code).doesNotHaveDuplicates();
        assertThat(SEASON.places().units()).extracting(Unit::code).doesNotHaveDuplicates();
        assertThat(SEASON.places().units())
                .extracting(Unit::phone)
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.matches("13900000[1-9][0-9]{2}"));
    }

    @Test
    void everythingThatPeopleReadSaysThatItIsSimulated() {
        var ledger = new SeasonLedger(SEASON);
        for (var lines : List.of(ledger.others(), ledger.upToReturns(), ledger.afterReturns())) {
            assertThat(lines.lines().skip(1))
                    .allMatch(line -> line.startsWith("\"SIM-") && line.contains(Simulated.LABEL));
        }
        assertThat(SEASON.hazards())
                .allMatch(hazard -> hazard.finding().description().startsWith(Simulated.LABEL));
        assertThat(SEASON.places().units()).extracting(Unit::name).allMatch(name -> name.startsWith(Simulated.LABEL));
        assertThat(SEASON.places().sites()).extracting(Site::name).allMatch(name -> name.startsWith(Simulated.LABEL));
        assertThat(Simulated.LABEL).contains("模拟", "Simulated");
    }

    @Test
    void timesFollowOneAnotherAndNoneIsYetToCome() {
        for (var hazard : SEASON.hazards()) {
            assertThat(hazard.times()).isSorted();
            assertThat(hazard.times())
                    .allMatch(time -> !time.toLocalDate().isBefore(DAY.minusDays(90))
                            && time.toLocalDate().isBefore(DAY));
        }
    }

    @Test
    void nothingIsRectifiedBeforeItIsAssignedOrClosedBeforeItIsRectified() {
        assertThat(SEASON.hazards())
                .allMatch(hazard -> hazard.rectifiedAt() == null || hazard.assignedAt() != null)
                .allMatch(hazard -> hazard.returnedAt() == null || hazard.rectifiedAt() != null)
                .allMatch(hazard -> hazard.rectifiedAgainAt() == null || hazard.returnedAt() != null)
                .allMatch(hazard -> hazard.closedAt() == null
                        || (hazard.returnedAt() == null ? hazard.rectifiedAt() : hazard.rectifiedAgainAt()) != null);
    }

    @Test
    void officesStepOnWorkingDaysAndMostIsFoundOnThem() {
        var days = REGISTERS.workingDays();

        assertThat(SEASON.hazards().stream().flatMap(hazard -> Stream.ofNullable(hazard.closedAt())))
                .allMatch(closedAt -> days.isWorked(closedAt.toLocalDate()));
        assertThat(share(hazard -> days.isWorked(hazard.foundAt().toLocalDate())))
                .isBetween(0.85, 0.97);
        assertThat(SEASON.hazards())
                .extracting(hazard -> hazard.foundAt().toLocalTime())
                .allMatch(time -> time.isAfter(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(18, 0)));
    }

    @Test
    void whatThereIsOfEachKindIsPlausible() {
        assertThat(share(hazard -> hazard.finding().grade() == Grade.MAJOR)).isBetween(0.02, 0.09);
        assertThat(share(hazard -> hazard.finding().grade() == Grade.SERIOUS)).isBetween(0.2, 0.4);
        assertThat(share(hazard -> hazard.finding().site().county().prefecture().equals("6301")))
                .isCloseTo(0.46, within(0.05));
        assertThat(share(hazard -> hazard.finding().site().county().prefecture().equals("6302")))
                .isCloseTo(0.22, within(0.05));
        assertThat(share(hazard -> hazard.finding().source().equals("INSPECTION")))
                .isBetween(0.3, 0.5);
        assertThat(share(PastHazard::isClosed)).isBetween(0.6, 0.85);
        assertThat(share(hazard -> hazard.returnedAt() != null)).isBetween(0.03, 0.12);
        assertThat(share(hazard -> hazard.assignedAt() == null)).isBetween(0.005, 0.04);
        assertThat(share(SeasonTest::isOverdue)).isBetween(0.02, 0.12);
        assertThat(SEASON.hazards().stream()
                        .filter(hazard -> hazard.finding().grade() == Grade.MAJOR && !hazard.isClosed()))
                .hasSizeBetween(10, 70);
    }

    @Test
    void countiesDifferInWhatTheyClose() {
        assertThat(closedOf("630104")).isGreaterThan(closedOf("630222") + 0.1);
    }

    @Test
    void theColderItIsTheMoreIsAboutHeat() {
        assertThat(heating(DAY.minusDays(26), DAY.minusDays(20)))
                .isGreaterThan(heating(DAY.minusDays(90), DAY.minusDays(60)) * 2);
        assertThat(perDay(DAY.minusDays(26), DAY.minusDays(20))).isGreaterThan(2000 / 90.0 * 1.4);
    }

    @Test
    void someUnitsComeUpAgainAndAgain() {
        var perUnit = SEASON.hazards().stream()
                .collect(Collectors.groupingBy(hazard -> hazard.finding().unit().code(), Collectors.counting()));

        assertThat(perUnit.values()).anyMatch(count -> count >= 20).anyMatch(count -> count == 1);
        assertThat(perUnit).containsKeys(DemoPerson.UNIT.unit(), DemoPerson.UNIT2.unit());
    }

    @Test
    void theWalkThroughsRestaurantHasNoOtherMajorHazard() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(Season.of(new Which(seed, DAY), REGISTERS).hazards())
                    .filteredOn(hazard -> hazard.finding().unit().code().equals(DemoPerson.UNIT.unit()))
                    .noneMatch(hazard -> hazard.finding().grade() == Grade.MAJOR);
        }
    }

    @Test
    void mostSitesWereInspectedOnceOnAWorkingDay() {
        assertThat(SEASON.visits()).extracting(Visit::site).doesNotHaveDuplicates();
        assertThat(SEASON.visits())
                .extracting(visit -> visit.at().toLocalDate())
                .allMatch(day -> day.isBefore(DAY) && !day.isBefore(DAY.minusDays(90)))
                .allMatch(REGISTERS.workingDays()::isWorked);
        assertThat((double) SEASON.visits().size() / SEASON.places().sites().size())
                .isBetween(0.7, 0.95);
    }

    @Test
    void theTalliesCountEveryHazardOnce() {
        var all = SEASON.tallies().values().stream()
                .reduce(
                        new Tally(0, 0),
                        (one, other) -> new Tally(one.found() + other.found(), one.closed() + other.closed()));

        assertThat(all).isEqualTo(SEASON.tally());
        assertThat(SEASON.tallies()).hasSize(8);
    }

    @Test
    void aSeasonInSummerIsASeasonToo() {
        var summer = Season.of(new Which(1, LocalDate.of(2027, 8, 1)), REGISTERS);

        assertThat(summer.hazards())
                .hasSize(2000)
                .anyMatch(hazard -> hazard.finding().trade().heating());
    }

    private static boolean isOverdue(PastHazard hazard) {
        var due = hazard.due();
        return due != null && hazard.rectifiedAt() == null && due.isBefore(DAY);
    }

    private static double share(Predicate<PastHazard> which) {
        return (double) SEASON.hazards().stream().filter(which).count()
                / SEASON.hazards().size();
    }

    private static double closedOf(String county) {
        var its = SEASON.hazards().stream()
                .filter(hazard -> hazard.finding().site().county().code().equals(county))
                .toList();
        return (double) its.stream().filter(PastHazard::isClosed).count() / its.size();
    }

    private static Stream<PastHazard> found(LocalDate from, LocalDate to) {
        return SEASON.hazards().stream()
                .filter(hazard -> !hazard.foundAt().toLocalDate().isBefore(from)
                        && !hazard.foundAt().toLocalDate().isAfter(to));
    }

    private static double heating(LocalDate from, LocalDate to) {
        return (double) found(from, to)
                        .filter(hazard -> hazard.finding().trade().heating())
                        .count()
                / found(from, to).count();
    }

    private static double perDay(LocalDate from, LocalDate to) {
        return (double) found(from, to).count()
                / from.datesUntil(to.plusDays(1)).count();
    }
}
