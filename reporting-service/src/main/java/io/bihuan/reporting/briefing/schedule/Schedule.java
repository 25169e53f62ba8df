package io.bihuan.reporting.briefing.schedule;

import io.bihuan.reporting.briefing.Subject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A schedule as it stands on file.
 *
 * @param active false once it has ended
 * @param nextAt when it is due the next time
 */
public record Schedule(UUID id, ScheduleEntry entry, boolean active, int version, Instant recordedAt, Instant nextAt) {

    Subject subject(Rhythm.Due due) {
        return new Subject(Objects.requireNonNull(entry.district()), due.period(), entry.writtenIn());
    }
}
