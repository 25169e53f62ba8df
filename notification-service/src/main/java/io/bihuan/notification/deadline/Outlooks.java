package io.bihuan.notification.deadline;

import static java.util.stream.Collectors.groupingBy;

import io.bihuan.access.Scope;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.delivery.Notice;
import io.bihuan.notification.delivery.Notices;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Quiet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks ahead: whom a hazard's deadline will have told what, and when. Tells nobody. */
@ApplicationScoped
public class Outlooks {

    private record Planned(Due due, ReminderState state) {}

    private final EntityManager entities;
    private final DataSource database;
    private final Ladders ladders;
    private final Addressees addressees;
    private final Notices notices;
    private final Quiet quiet;
    private final InstantSource time;

    Outlooks(
            EntityManager entities,
            DataSource database,
            Ladders ladders,
            Addressees addressees,
            Notices notices,
            Quiet quiet,
            InstantSource time) {
        this.entities = entities;
        this.database = database;
        this.ladders = ladders;
        this.addressees = addressees;
        this.notices = notices;
        this.quiet = quiet;
        this.time = time;
    }

    /**
     * The outlook of a hazard, by what is on file now.
     *
     * @throws NotOnRecord if nothing was heard of the hazard, or it lies outside of the scope
     */
    @Transactional
    public Outlook of(UUID hazardId, Scope scope) throws SQLException {
        var hazard = entities.find(WatchedHazard.class, hazardId);
        if (hazard == null || !hazard.isWithin(scope)) {
            throw new NotOnRecord("hazard", hazardId);
        }
        var steps = new ArrayList<Outlook.Step>();
        if (hazard.isReminded()) {
            var planned = planned(hazardId);
            var told = notices.about(planned.stream().map(one -> one.due().id()).toList()).stream()
                    .collect(groupingBy(Notice::cause));
            for (var one : planned) {
                steps.add(step(one, planned, told));
            }
        }
        return hazard.outlook(steps);
    }

    private Outlook.Step step(Planned one, List<Planned> all, Map<UUID, List<Notice>> told) throws SQLException {
        var due = one.due();
        var rung = ladders.rung(due.ladderGrade(), due.ladderVersion(), due.step());
        var sendAt = one.state() == ReminderState.PENDING ? sendAt(due, all) : null;
        var said = sendAt == null
                ? told.getOrDefault(due.id(), List.of())
                : addressees
                        .of(List.of(new Addressees.Step(due, rung)), sendAt)
                        .get(0)
                        .notices();
        return new Outlook.Step(rung, rung.kind(), due.ladderVersion(), due.remindAt(), one.state(), sendAt, said);
    }

    /** As {@link DueReminders} will: once it is not quiet, unless a later step is due by then or it helps nobody any more. */
    private @Nullable Instant sendAt(Due due, List<Planned> all) {
        var now = time.instant();
        var earliest = due.remindAt().isBefore(now) ? now : due.remindAt();
        var sendAt = due.grade() == Grade.MAJOR ? earliest : quiet.over(earliest);
        var newer = all.stream()
                .filter(other -> other.state() == ReminderState.PENDING)
                .map(Planned::due)
                .anyMatch(other ->
                        Due.BY_AGE.compare(other, due) > 0 && !other.remindAt().isAfter(sendAt));
        return newer || !due.helpsAt(sendAt) ? null : sendAt;
    }

    private List<Planned> planned(UUID hazardId) throws SQLException {
        var planned = new ArrayList<Planned>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        Due.SELECT
                                + " where r.hazard_id = ? and r.round = h.round and r.due_at = h.due_at order by r.remind_at, r.place")) {
            select.setObject(1, hazardId);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    planned.add(new Planned(Due.read(rows), ReminderState.valueOf(rows.getString("state"))));
                }
            }
        }
        return planned;
    }
}
