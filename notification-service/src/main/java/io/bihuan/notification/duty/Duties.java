package io.bihuan.notification.duty;

import io.bihuan.access.Scope;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.StaleVersion;
import io.bihuan.notification.delivery.Notices;
import io.bihuan.notification.duty.Rhythm.Kind;
import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The register of reporting duties 报送任务, and what was submitted. */
@ApplicationScoped
public class Duties implements PanacheRepositoryBase<Duty, UUID> {

    private final Schedule schedule;
    private final Notices notices;
    private final InstantSource time;

    Duties(Schedule schedule, Notices notices, InstantSource time) {
        this.schedule = schedule;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Duties, the newest first.
     *
     * @param scope of its districts only
     * @param district of this district and those below it only
     * @param active those in use, or those that have ended
     * @param before older than this duty only
     */
    public List<Duty> newest(
            Scope scope,
            @Nullable String district,
            @Nullable Kind kind,
            @Nullable Boolean active,
            @Nullable UUID before,
            int most) {
        var where = new Where()
                .within(scope, "%s", "districtCode", null)
                .and("left(districtCode, length(:district)) = :district", "district", district)
                .and("kind = :kind", "kind", kind)
                .and("active = :active", "active", active)
                .and("id < :before", "before", before);
        return find(where.text(), Sort.descending("id"), where.values())
                .page(0, most)
                .list();
    }

    /** @throws NotOnRecord if there is none */
    public Duty demand(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotOnRecord("duty", id));
    }

    /**
     * Takes a duty on file. The first time that it is due after now is the first that anybody is reminded of.
     *
     * @throws Refusal if it does not go together, is never due, or the district has one of that name
     */
    @Transactional(rollbackOn = Exception.class)
    public Duty enter(DutyEntry entry) throws SQLException {
        entry.rhythm();
        var duty = Duty.blank();
        duty.take(entry, now());
        persist(duty);
        file(duty);
        return duty;
    }

    /**
     * Lets an entry stand on file in place of what stood there. What is not due yet is due anew as the entry says; what was
     * due stays as it is.
     *
     * @param versions of what stands there that the client has seen, any of which will do; empty if that does not matter
     * @throws NotOnRecord if there is no such duty, or it has ended
     * @throws StaleVersion if another version stands there
     * @throws Refusal as when it is entered
     */
    @Transactional(rollbackOn = Exception.class)
    public Duty replace(UUID id, DutyEntry entry, Set<Integer> versions) throws SQLException {
        var duty = locked(id);
        StaleVersion.check(duty.version(), versions);
        entry.rhythm();
        if (duty.take(entry, now())) {
            demandItsName();
            withdraw("dueAt > :now and submittedAt is null", duty, "now", now());
            getEntityManager()
                    .createQuery("delete Occurrence where dutyId = :duty and dueAt > :now and submittedAt is null")
                    .setParameter("duty", id)
                    .setParameter("now", now())
                    .executeUpdate();
            file(duty);
        }
        return duty;
    }

    /**
     * Ends a duty: nobody is reminded of it any more. What was due and submitted stays on file.
     *
     * @throws NotOnRecord if there is no such duty, or it has ended
     * @throws StaleVersion if another version stands there than those given
     */
    @Transactional(rollbackOn = Exception.class)
    public void end(UUID id, Set<Integer> versions, String by) throws SQLException {
        var duty = locked(id);
        StaleVersion.check(duty.version(), versions);
        duty.end(now(), by);
        withdraw("submittedAt is null", duty, "none", null);
    }

    /**
     * Closes an occurrence: nobody is reminded of it any more, and what still waits to be sent is called back. One that
     * was submitted before stays as it was.
     *
     * @param period the day, ISO week or month that was submitted; may lie ahead
     * @param document its number, if it has one
     * @param at when it was submitted; late if that is after it was due
     * @throws NotOnRecord if there is no such duty, or it has ended
     * @throws Refusal if the duty has no such period
     */
    @Transactional(rollbackOn = Exception.class)
    public Occurrence submit(UUID id, String period, @Nullable String document, Instant at) throws SQLException {
        var duty = locked(id);
        var occurrence = occurrence(duty, period);
        if (occurrence.submit(document, at.truncatedTo(ChronoUnit.MICROS))) {
            withdraw("id = :occurrence", duty, "occurrence", occurrence.id());
        }
        return occurrence;
    }

    /**
     * Closes the occurrence that an issued briefing submits: that of the district's one duty of the kind. Of a district that
     * has none, or several, nothing is closed: which of them the briefing is only people know.
     *
     * @return whether anything was closed by it
     */
    @Transactional(rollbackOn = Exception.class)
    public boolean submit(IssuedBriefing issued) throws SQLException {
        var where = new Where()
                .and("districtCode = :district", "district", issued.districtCode())
                .and("kind = :kind", "kind", issued.kind())
                .and("active = :active", "active", true);
        var duties = find(where.text(), where.values()).list();
        if (duties.size() != 1 || schedule.due(duties.get(0), issued.period()).isEmpty()) {
            return false;
        }
        var id = duties.get(0).id();
        var before = occurrence(locked(id), issued.period()).submittedAt();
        submit(id, issued.period(), issued.number(), issued.at());
        return before.isEmpty();
    }

    /**
     * What was and is due of a duty, the newest first.
     *
     * @param before older than this one only
     */
    public List<Occurrence> occurrences(UUID duty, @Nullable UUID before, int most) {
        var query = getEntityManager()
                .createQuery("""
                        from Occurrence o where dutyId = :duty and (:before is null
                            or (day, id) < (select p.day, p.id from Occurrence p where p.id = :before))
                        order by day desc, id desc""", Occurrence.class)
                .setParameter("duty", duty)
                .setParameter("before", before)
                .setMaxResults(most);
        return query.getResultList();
    }

    private Occurrence occurrence(Duty duty, String period) throws SQLException {
        var known = getEntityManager()
                .createQuery("from Occurrence where dutyId = :duty and period = :period", Occurrence.class)
                .setParameter("duty", duty.id())
                .setParameter("period", period)
                .getResultStream()
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        var due = schedule.due(duty, period).orElseThrow(() -> new Refusal("period", "no-such-period"));
        var occurrence = new Occurrence(duty.id(), due);
        getEntityManager().persist(occurrence);
        return occurrence;
    }

    /** Makes the first occurrence. */
    private void file(Duty duty) throws SQLException {
        demandItsName();
        schedule.extend(duty);
        if (duty.madeUntil() == null) {
            throw new Refusal("season", "never-due");
        }
    }

    /** A district has one duty of a name, as the database alone can tell. */
    private void demandItsName() {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            throw new Refusal("name", "duty-on-file");
        }
    }

    /** Cancels what is pending of some of a duty's occurrences, and calls back what waits to be sent. */
    private void withdraw(String which, Duty duty, String name, @Nullable Object value) throws SQLException {
        var query = getEntityManager()
                .createQuery(
                        "from DutyReminder where state in (PENDING, SENT) and occurrenceId in"
                                + " (select id from Occurrence where dutyId = :duty and " + which + ")",
                        DutyReminder.class)
                .setParameter("duty", duty.id());
        if (value != null) {
            query.setParameter(name, value);
        }
        var reminders = query.getResultList();
        var sent = reminders.stream()
                .filter(reminder -> reminder.state() == DutyReminder.State.SENT)
                .map(DutyReminder::id)
                .toList();
        var stayed = sent.isEmpty() ? Set.<UUID>of() : notices.withdraw(sent);
        reminders.stream()
                .filter(reminder -> !sent.contains(reminder.id()) || stayed.contains(reminder.id()))
                .forEach(DutyReminder::cancel);
        flush();
    }

    private Duty locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(Duty::active)
                .orElseThrow(() -> new NotOnRecord("duty", id));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
