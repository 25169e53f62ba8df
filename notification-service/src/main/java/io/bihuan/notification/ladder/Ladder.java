package io.bihuan.notification.ladder;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a deadline, lowest first (glossary, section 5). */
public final class Ladder {

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    /** The first form of the ladder is the same for every grade. */
    private static final Ladder EVERY_GRADE =
            new Ladder(List.of(new Rung(Step.DAY_BEFORE, -1, MORNING), new Rung(Step.REMIND, 1, MORNING)));

    private final List<Rung> rungs;

    private Ladder(List<Rung> rungs) {
        this.rungs = rungs;
    }

    /** The ladder that a hazard of this grade climbs. */
    public static Ladder of(Grade grade) {
        return switch (grade) {
            case MAJOR, SERIOUS, GENERAL, MINOR -> EVERY_GRADE;
        };
    }

    /**
     * What the deadline calls for. Nobody can be reminded before the deadline was set, so a step that would lie earlier is
     * due when it was set; and a step that lay in the past when the system learned of it (an imported ledger) is past.
     *
     * @param setAt when the deadline was set: {@code at} of the event
     * @param recordedAt when the system learned of it, never before {@code setAt}
     */
    public List<Planned> plan(Deadline deadline, Instant setAt, Instant recordedAt) {
        return IntStream.range(0, rungs.size())
                .mapToObj(rung -> plan(rung, deadline, setAt, recordedAt))
                .toList();
    }

    private Planned plan(int rung, Deadline deadline, Instant setAt, Instant recordedAt) {
        var step = rungs.get(rung).step();
        var moment = rungs.get(rung).momentFor(deadline);
        var remindAt = moment.isBefore(setAt) ? setAt : moment;
        var usefulUntil = step.kind() == Step.Kind.REMINDER ? deadline.dueAt() : null;
        return new Planned(step, rung, remindAt, usefulUntil, remindAt.isBefore(recordedAt));
    }
}
