package io.bihuan.hazard.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is with one milestone.
 *
 * @param dueAt reached at this instant or before, it is in time
 * @param reachedAt null until then
 * @param note what whoever reached it has to say; not published
 * @param replaced whether something else stands in for it: a written plan for the feedback
 */
@Embeddable
public record Mark(
        @Column(name = "due_at") Instant dueAt,
        @Column(name = "reached_at") @Nullable Instant reachedAt,
        @Nullable String note,
        boolean replaced) {

    static Mark open(Instant dueAt) {
        return new Mark(dueAt, null, null, false);
    }

    Mark reached(Instant at, @Nullable String words) {
        return new Mark(dueAt, at, words, replaced);
    }

    Mark replacedByAnother() {
        return new Mark(dueAt, reachedAt, note, true);
    }

    /** Whether it was, or may still be, reached in time. */
    public boolean inTime(Instant now) {
        return !(reachedAt == null ? now : reachedAt).isAfter(dueAt);
    }

    /** Whether somebody still waits for it, past its time. */
    public boolean overdue(Instant now) {
        return reachedAt == null && !replaced && now.isAfter(dueAt);
    }
}
