package io.bihuan.hazard.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The instant by which a hazard must be rectified. What is rectified at this very instant is on time; overdue is
 * strictly later, so that with a deadline of 24:00 the due day itself is not overdue (glossary, section 4).
 *
 * @param dueAt the instant
 * @param policyVersion the policy that dated it; null where a person gave the deadline
 */
public record Deadline(Instant dueAt, @Nullable Integer policyVersion) {

    public Deadline {
        dueAt = dueAt.truncatedTo(ChronoUnit.MICROS); // what the database keeps
    }
}
