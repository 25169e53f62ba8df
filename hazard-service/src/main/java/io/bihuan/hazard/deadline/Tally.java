package io.bihuan.hazard.deadline;

import io.bihuan.hazard.deadline.Trial.Move;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds up a trial, hazard by hazard, in the same memory however many there are. */
final class Tally {

    private final Instant now;
    private long checked;
    private long earlier;
    private long later;
    private long overdueAtOnce;
    private long notDatable;
    private final SortedSet<Integer> missingCalendars = new TreeSet<>();

    /** The nearest of the furthest first: it gives way to one that is further. */
    private final PriorityQueue<Move> furthest = new PriorityQueue<>(Move.FURTHEST_FIRST.reversed());

    Tally(Instant now) {
        this.now = now;
    }

    void datable(OpenHazard hazard, Instant wouldBeDueAt) {
        checked++;
        int direction = wouldBeDueAt.compareTo(hazard.dueAt());
        if (direction == 0) {
            return;
        }
        if (direction > 0) {
            later++;
        } else {
            earlier++;
            if (now.isAfter(wouldBeDueAt) && !now.isAfter(hazard.dueAt())) {
                overdueAtOnce++;
            }
        }
        furthest.add(new Move(
                hazard.id(),
                hazard.number(),
                hazard.districtCode(),
                hazard.grade(),
                hazard.category(),
                hazard.dueAt(),
                wouldBeDueAt));
        if (furthest.size() > Trial.MOST_MOVES) {
            furthest.remove();
        }
    }

    void notDatable(int missingCalendar) {
        checked++;
        notDatable++;
        missingCalendars.add(missingCalendar);
    }

    Trial trial() {
        List<Move> moves = furthest.stream().sorted(Move.FURTHEST_FIRST).toList();
        long unchanged = checked - earlier - later - notDatable;
        return new Trial(checked, earlier, later, unchanged, overdueAtOnce, notDatable, missingCalendars, moves);
    }
}
