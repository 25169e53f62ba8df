package io.bihuan.notification.deadline;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.bihuan.notification.delivery.Notices;
import io.bihuan.notification.ladder.Days;
import io.bihuan.notification.ladder.Grade;
import io.bihuan.notification.ladder.Ladder;
import io.bihuan.notification.sql.Columns;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps the deadlines of hazards up to date with what happens to them. */
@ApplicationScoped
public class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final EntityManager entities;
    private final DataSource database;
    private final Ladders ladders;
    private final Calendars calendars;
    private final Notices notices;
    private final MeterRegistry metrics;
    private final ZoneId zone;

    Watch(
            EntityManager entities,
            DataSource database,
            Ladders ladders,
            Calendars calendars,
            Notices notices,
            MeterRegistry metrics,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.entities = entities;
        this.database = database;
        this.ladders = ladders;
        this.calendars = calendars;
        this.notices = notices;
        this.metrics = metrics;
        this.zone = zone;
    }

    /**
     * Follows changes in the order given, all or none. A change whose version is not higher than the hazard's last one was
     * seen before, or came late, and changes nothing. After a gap the hazard still stands as the newest change says; what
     * was missed comes too late, if it comes.
     *
     * @return how many of the changes were news
     */
    @Transactional
    public int follow(List<HazardChanged> changes) throws SQLException {
        var firsts = new LinkedHashMap<UUID, HazardChanged>();
        changes.forEach(change -> firsts.putIfAbsent(change.hazardId(), change));
        register(firsts.values());
        var hazards = lock(firsts.keySet());
        var reminders = remindersOf(firsts.keySet());
        var current = ladders.current();
        var working = calendars.current();
        int news = 0;
        for (var change : changes) {
            news += follow(
                            change,
                            current,
                            working,
                            requireNonNull(hazards.get(change.hazardId()), "registered and locked"),
                            reminders.computeIfAbsent(change.hazardId(), hazard -> new ArrayList<>()))
                    ? 1
                    : 0;
        }
        // What the database refuses it refuses here, whoever's transaction this is.
        entities.flush();
        return news;
    }

    private boolean follow(
            HazardChanged change,
            Map<Grade, Ladder> current,
            Days working,
            WatchedHazard hazard,
            List<Reminder> reminders)
            throws SQLException {
        if (change.version() <= hazard.version()) {
            metrics.counter("notification.events", "effect", "stale").increment();
            return false;
        }
        if (change.version() > hazard.version() + 1) {
            LOG.warnf(
                    "Hazard %s (%s) goes from version %d to %d; the steps between were not seen",
                    change.number(), change.hazardId(), hazard.version(), change.version());
        }
        var before = hazard.concern();
        var held = hazard.held();
        hazard.follow(change);
        cancel(hazard.abandoned(reminders, before));
        var plannedBy = hazard.held().equals(held) ? hazard.plannedBy(reminders) : OptionalInt.empty();
        var ladder = plannedBy.isPresent()
                ? ladders.of(hazard.grade(), plannedBy.getAsInt())
                : requireNonNull(current.get(hazard.grade()), "every grade has a ladder");
        var added = hazard.plan(reminders, ladder, zone, working, change.at(), change.recordedAt());
        added.forEach(entities::persist);
        reminders.addAll(added);
        metrics.counter("notification.events", "effect", "applied").increment();
        return true;
    }

    /** Also calls back the message of a step that was taken, as long as nobody has handed it over. */
    private void cancel(List<Reminder> abandoned) throws SQLException {
        var sent = new ArrayList<UUID>();
        for (var reminder : abandoned) {
            if (reminder.state() == ReminderState.PENDING) {
                reminder.cancel();
            } else if (reminder.state() == ReminderState.SENT) {
                sent.add(reminder.id());
            }
        }
        if (!sent.isEmpty()) {
            var stayed = notices.withdraw(sent);
            abandoned.stream()
                    .filter(reminder -> stayed.contains(reminder.id()))
                    .forEach(Reminder::cancel);
        }
    }

    /** So that there is a row to lock, also when two replicas meet a new hazard at once; version 0 has seen nothing. */
    private void register(Collection<HazardChanged> firsts) throws SQLException {
        var rows = firsts.stream()
                .sorted((one, other) -> one.hazardId().compareTo(other.hazardId()))
                .toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into watched_hazard (hazard_id, version, number, status, grade, district_code, round)
                        select id, 0, number, status, grade, district_code, round
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                            as c (id, number, status, grade, district_code, round)
                        on conflict do nothing""")) {
            Columns.of(insert, 1, rows)
                    .column("uuid", HazardChanged::hazardId)
                    .column("text", HazardChanged::number)
                    .column("text", HazardChanged::status)
                    .column("text", HazardChanged::grade)
                    .column("text", HazardChanged::districtCode)
                    .column("int4", HazardChanged::round);
            insert.executeUpdate();
        }
    }

    /** The lock keeps out the other replicas and the clock; in one order, so that two never wait for each other. */
    private Map<UUID, WatchedHazard> lock(Collection<UUID> ids) {
        return entities.createQuery("from WatchedHazard where hazardId in :ids order by hazardId", WatchedHazard.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(toMap(WatchedHazard::hazardId, Function.identity()));
    }

    private Map<UUID, ArrayList<Reminder>> remindersOf(Collection<UUID> ids) {
        return entities.createQuery("from Reminder where hazardId in :ids", Reminder.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(Reminder::hazardId, HashMap::new, toCollection(ArrayList::new)));
    }
}
