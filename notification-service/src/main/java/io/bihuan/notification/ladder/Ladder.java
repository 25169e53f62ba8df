package io.bihuan.notification.ladder;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of a deadline, in the order in which they are taken (glossary, section 5): what a city has decided for the
 * hazards of one grade. A version never changes; another decision is another version.
 *
 * @param grade of the hazards that climb it
 * @param version 1, 2, 3… per grade
 * @param count how its days are counted
 * @param rungs at least one, lowest first
 */
public record Ladder(Grade grade, int version, Count count, List<Rung> rungs) {

    /** How a ladder counts its days. */
    public enum Count {
        /** Every day counts. */
        CALENDAR,
        /** The days that are worked by the State Council's yearly notice. */
        WORKING
    }

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * What the deadline calls for. Nobody can be reminded before the deadline was set, so a step that would lie earlier is
     * due when it was set; and a step that lay in the past when the system learned of it (an imported ledger) is past.
     *
     * @param setAt when the deadline was set: {@code at} of the event
     * @param recordedAt when the system learned of it, never before {@code setAt}
     * @param working the working days, for a ladder that counts those
     */
    public List<Planned> plan(Deadline deadline, Instant setAt, Instant recordedAt, Days working) {
        var days = count == Count.WORKING ? working : Days.CALENDAR;
        return IntStream.range(0, rungs.size())
                .mapToObj(place -> plan(place, deadline, setAt, recordedAt, days))
                .toList();
    }

    private Planned plan(int place, Deadline deadline, Instant setAt, Instant recordedAt, Days days) {
        var rung = rungs.get(place);
        var moment = rung.momentFor(deadline, days);
        var remindAt = moment.isBefore(setAt) ? setAt : moment;
        var usefulUntil = rung.kind() == Kind.REMINDER ? deadline.dueAt() : null;
        return new Planned(rung, place, remindAt, usefulUntil, remindAt.isBefore(recordedAt));
    }
}
