package io.bihuan.stack.season;

import io.bihuan.stack.season.Simulated.Which;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The 90 days before one: the same seed, day and registers make the same season.
 *
 * @param hazards in the order in which they were found
 * @param visits inspections that found nothing
 */
record Season(Which which, Places places, Findings findings, List<PastHazard> hazards, List<Visit> visits) {

    static final int DAYS = 90;

    static final int HAZARDS = 2000;

    /** The wave of cold begins that many days before the season ends. */
    private static final int WAVE = 26;

    private static final LocalTime END = LocalTime.of(20, 0);
    private static final double OF_AN_IDLE_DAY = 0.15;
    private static final int MINUTES_OF_A_DAY = 9 * 60;

    /**
     * What a district's row must say of a season.
     *
     * @param found hazards found
     * @param closed of them
     */
    record Tally(long found, long closed) {}

    /** @param weight how likely what is found is found on this day, compared with others */
    private record Day(LocalDate date, double weight) {}

    static Season of(Which which, Registers registers) {
        var dice = new Dice(which.seed() * 1_000_003 + which.day().toEpochDay());
        var places = Places.of(County.of(registers.districts()), dice);
        var cold = new Cold(which.day().minusDays(WAVE));
        var findings = new Findings(places, registers.checkItems(), cold);
        var working = registers.workingDays();
        var course = new Course(working, which.day().minusDays(1).atTime(END), dice);
        var hazards = new ArrayList<PastHazard>();
        for (var foundAt : moments(which.day(), working, cold, dice)) {
            var finding = findings.draw(foundAt.toLocalDate(), working.isWorked(foundAt.toLocalDate()), dice);
            hazards.add(course.of("%s-%04d".formatted(which.code(), hazards.size() + 1), finding, foundAt));
        }
        var days = which.day().minusDays(DAYS).datesUntil(which.day()).toList();
        var visits = Visit.draw(places, days, working, hazards, dice);
        return new Season(which, places, findings, List.copyOf(hazards), visits);
    }

    LocalDate first() {
        return which.day().minusDays(DAYS);
    }

    LocalDate last() {
        return which.day().minusDays(1);
    }

    /** What the report must say, by prefecture. */
    Map<String, Tally> tallies() {
        return hazards.stream()
                .collect(Collectors.groupingBy(
                        hazard -> hazard.finding().site().county().prefecture(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Season::tally)));
    }

    Tally tally() {
        return tally(hazards);
    }

    private static Tally tally(List<PastHazard> some) {
        return new Tally(some.size(), some.stream().filter(PastHazard::isClosed).count());
    }

    /** When something is found, in order: on working days mostly, and more the colder it is. */
    private static List<LocalDateTime> moments(LocalDate end, WorkingDays working, Cold cold, Dice dice) {
        var days = end.minusDays(DAYS)
                .datesUntil(end)
                .map(date -> new Day(date, (working.isWorked(date) ? 1 : OF_AN_IDLE_DAY) * busy(date, cold)))
                .toList();
        var moments = new ArrayList<LocalDateTime>();
        for (int nth = 0; nth < HAZARDS; nth++) {
            var opening = dice.weighted(days, Day::weight).date().atTime(WorkingDays.OPENING);
            moments.add(opening.plusMinutes(dice.whole(0, MINUTES_OF_A_DAY)));
        }
        moments.sort(null);
        return moments;
    }

    private static double busy(LocalDate day, Cold cold) {
        double all = 0;
        for (var trade : Trade.values()) {
            all += trade.share() * (trade.heating() ? cold.heating(day) : 1);
        }
        return all * cold.all(day);
    }
}
