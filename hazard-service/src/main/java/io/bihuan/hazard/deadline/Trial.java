package io.bihuan.hazard.deadline;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

/**
 * Which deadlines a policy would move if it had been in force when they were set.
 *
 * @param checked how many hazards are being rectified by a deadline that a policy set and nobody extended
 * @param overdueAtOnce of those moved earlier, how many are not overdue now and would be
 * @param notDatable how many the policy could not date, because it counts working days of the years missing
 * @param missingCalendars the years whose calendars would be needed
 * @param moves the furthest first, not more than {@link #MOST_MOVES}
 */
public record Trial(
        long checked,
        long earlier,
        long later,
        long unchanged,
        long overdueAtOnce,
        long notDatable,
        SortedSet<Integer> missingCalendars,
        List<Move> moves) {

    /** However many hazards would move, so many are named. */
    public static final int MOST_MOVES = 500;

    /** A hazard whose deadline would be another. */
    public record Move(
            UUID id,
            String number,
            String districtCode,
            Grade grade,
            Category category,
            Instant dueAt,
            Instant wouldBeDueAt) {

        static final Comparator<Move> FURTHEST_FIRST =
                Comparator.comparing((Move move) -> move.by().abs()).reversed().thenComparing(Move::number);

        /** How much later; negative for earlier. */
        public Duration by() {
            return Duration.between(dueAt, wouldBeDueAt);
        }
    }
}
