package io.bihuan.stack.season;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An inspection of a site that brought nothing to light.
 *
 * @param at when, on a working day
 */
record Visit(Site site, LocalDateTime at) {

    private record Found(Site site, LocalDate day) {}

    /**
     * At most one of each site, and of more of them the prompter their county is.
     *
     * @param days in which they are held
     * @param hazards that were found otherwise: where one was, nobody finds nothing on the same day
     */
    static List<Visit> draw(
            Places places, List<LocalDate> days, WorkingDays working, List<PastHazard> hazards, Dice dice) {
        var worked = days.stream().filter(working::isWorked).toList();
        Set<Found> found = new HashSet<>();
        hazards.forEach(hazard ->
                found.add(new Found(hazard.finding().site(), hazard.foundAt().toLocalDate())));
        var visits = new ArrayList<Visit>();
        for (var site : places.sites()) {
            var day = dice.of(worked);
            if (dice.falls(site.county().onTime()) && !found.contains(new Found(site, day))) {
                visits.add(new Visit(site, day.atTime(WorkingDays.OPENING).plusMinutes(dice.whole(0, 8 * 60))));
            }
        }
        return List.copyOf(visits);
    }
}
