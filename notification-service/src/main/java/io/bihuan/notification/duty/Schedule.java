package io.bihuan.notification.duty;

import io.bihuan.notification.deadline.Calendars;
import io.bihuan.notification.duty.DutyReminder.Step;
import io.bihuan.notification.duty.Rhythm.Due;
import io.bihuan.notification.ladder.Days;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.LockMode;
import org.hibernate.Session;

/**
 * Makes the occurrences of duties: of each the next one ahead, with its reminders, and after a downtime those that were
 * missed, so that they are on record.
 */
@ApplicationScoped
class Schedule {

    private static final int BATCH = 100;
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    /** A duty that is never due again (its season has no such day for decades) is looked at now and then. */
    private static final Duration REST = Duration.ofDays(365);

    private final Session database;
    private final Calendars calendars;
    private final InstantSource time;
    private final ZoneId zone;

    Schedule(
            Session database,
            Calendars calendars,
            InstantSource time,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.calendars = calendars;
        this.time = time;
        this.zone = zone;
    }

    /**
     * Makes what is missing of some duties; any replica may.
     *
     * @return of how many
     */
    @Transactional
    int extend(Instant now) throws SQLException {
        var due = database.createSelectionQuery(
                        "from Duty where active and (nextDueAt is null or nextDueAt <= :now) order by id", Duty.class)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
        if (!due.isEmpty()) {
            var worked = calendars.current();
            due.forEach(duty -> extend(duty, worked, now));
        }
        return due.size();
    }

    /** Makes what is missing of one duty, which the caller has locked. */
    void extend(Duty duty) throws SQLException {
        extend(duty, calendars.current(), time.instant());
    }

    /** The time at which a duty is due for a period; empty if it has no such period. */
    Optional<Due> due(Duty duty, String period) throws SQLException {
        return duty.rhythm().of(period, calendars.current(), zone);
    }

    private void extend(Duty duty, Days worked, Instant now) {
        var rhythm = duty.rhythm();
        var next = duty.madeUntil() == null
                ? rhythm.firstAfter(now, worked, zone)
                : rhythm.next(duty.madeUntil(), worked, zone);
        while (next.isPresent()) {
            var due = next.get();
            make(duty, due);
            if (due.dueAt().isAfter(now)) {
                return;
            }
            next = rhythm.next(due.day(), worked, zone);
        }
        duty.restsUntil(now.plus(REST));
    }

    private void make(Duty duty, Due due) {
        duty.made(due);
        if (isOnFile(duty, due)) {
            // Submitted long before its time.
            return;
        }
        var occurrence = new Occurrence(duty.id(), due);
        database.persist(occurrence);
        reminders(duty, occurrence).forEach(database::persist);
    }

    private boolean isOnFile(Duty duty, Due due) {
        return database.createSelectionQuery(
                                "select count(*) from Occurrence where dutyId = :duty and period = :period", Long.class)
                        .setParameter("duty", duty.id())
                        .setParameter("period", due.period())
                        .getSingleResult()
                > 0;
    }

    private List<DutyReminder> reminders(Duty duty, Occurrence occurrence) {
        var dueAt = occurrence.dueAt();
        var before = dueAt.minus(duty.remindBefore());
        var after = dueAt.plus(duty.remindAfter());
        var morning =
                dueAt.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING).atZone(zone);
        while (!morning.toInstant().isAfter(after)) {
            morning = morning.plusDays(1);
        }
        return List.of(
                new DutyReminder(
                        occurrence,
                        Step.BEFORE,
                        before.isBefore(duty.recordedAt()) ? duty.recordedAt() : before,
                        dueAt),
                new DutyReminder(occurrence, Step.AFTER, after, null),
                new DutyReminder(occurrence, Step.NEXT_MORNING, morning.toInstant(), null));
    }
}
