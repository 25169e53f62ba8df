package io.bihuan.hazard.handling;

import io.bihuan.hazard.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a command says by when to rectify: an instant, or a number of days, or nothing, so that the policy dates it.
 *
 * @param dueAt the instant itself
 * @param withinDays how many local days after today; the deadline is 24:00 of the last
 */
public record Term(@Nullable Instant dueAt, @Nullable Integer withinDays) {

    public Term {
        if (dueAt != null && withinDays != null) {
            throw new Refusal(
                    new Refusal.Violation("dueAt", "term.both"), new Refusal.Violation("withinDays", "term.both"));
        }
    }

    public static Term until(Instant dueAt) {
        return new Term(dueAt, null);
    }
}
