package io.bihuan.stack.season;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Draws what becomes of a hazard after it was found: how soon it is assigned, rectified and closed in its county, and whether it is
 * returned, late or forgotten. What would lie after the end has not happened.
 */
final class Course {

    private static final Duration JUST_FOUND = Duration.ofDays(4);
    private static final double ON_THE_SPOT = 0.5;

    private final WorkingDays days;
    private final LocalDateTime end;
    private final Dice dice;

    Course(WorkingDays days, LocalDateTime end, Dice dice) {
        this.days = days;
        this.end = end;
        this.dice = dice;
    }

    PastHazard of(String number, Finding finding, LocalDateTime foundAt) {
        var assigned = forgotten(foundAt) ? null : happened(assigned(finding.grade(), foundAt));
        var rectified = assigned == null
                ? null
                : happened(rectified(
                        finding,
                        assigned,
                        assigned.toLocalDate().plusDays(finding.grade().days())));
        boolean bad = dice.falls(0.03 + 0.12 * (1 - finding.site().county().onTime()) * 2);
        var returned = rectified == null || !bad ? null : happened(reinspected(rectified));
        var until = returned == null ? null : returned.toLocalDate().plusDays(dice.whole(3, 7));
        var again = returned == null || until == null ? null : happened(rectified(finding, returned, until));
        var fixed = bad ? again : rectified;
        var closed = fixed == null ? null : happened(closed(finding.site().county(), fixed));
        return new PastHazard(number, finding, foundAt, assigned, rectified, returned, until, again, closed);
    }

    /** What was found in the last days may still wait to be assigned; hardly anything else does. */
    private boolean forgotten(LocalDateTime foundAt) {
        return dice.falls(Duration.between(foundAt, end).compareTo(JUST_FOUND) < 0 ? 0.4 : 0.004);
    }

    private LocalDateTime assigned(Grade grade, LocalDateTime foundAt) {
        double hours = grade == Grade.MAJOR ? dice.between(0.2, 2) : dice.between(0.3, 26);
        return days.atWork(after(foundAt, hours), dice);
    }

    /** Null where the unit does nothing for as long as the season lasts. */
    private @Nullable LocalDateTime rectified(Finding finding, LocalDateTime ordered, LocalDate until) {
        double hours =
                Duration.between(ordered, until.atTime(WorkingDays.CLOSING)).toMinutes() / 60.0;
        if (dice.falls(finding.site().county().onTime())) {
            boolean onTheSpot = finding.grade() == Grade.MINOR && dice.falls(ON_THE_SPOT);
            double taken = onTheSpot ? dice.between(0, 0.02) : dice.between(0.05, 0.95);
            var done = days.atWork(after(ordered, hours * taken), dice);
            // Who would be late because of a weekend comes on the weekend.
            return done.toLocalDate().isAfter(until)
                    ? latest(ordered.plusHours(1), until.atTime(16, 0).plusMinutes(dice.whole(0, 90)))
                    : done;
        }
        return dice.falls(0.3)
                ? null
                : days.atWork(after(until.plusDays(1).atStartOfDay(), 10 + dice.longTailed(110)), dice);
    }

    private LocalDateTime reinspected(LocalDateTime rectified) {
        return days.atWork(after(rectified, dice.between(6, 60)), dice);
    }

    /** In slow counties what is fixed waits long for its re-inspection. */
    private LocalDateTime closed(County county, LocalDateTime fixed) {
        double hours = dice.falls(county.struckOff()) ? dice.between(4, 90) : dice.between(200, 1500);
        return days.atWork(after(fixed, hours), dice);
    }

    private @Nullable LocalDateTime happened(@Nullable LocalDateTime moment) {
        return moment == null || moment.isAfter(end) ? null : moment;
    }

    private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime after(LocalDateTime moment, double hours) {
        return moment.plusMinutes(Math.max(1, Math.round(hours * 60)));
    }
}
