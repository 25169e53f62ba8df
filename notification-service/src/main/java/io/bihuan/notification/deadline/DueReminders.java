package io.bihuan.notification.deadline;

import io.bihuan.notification.delivery.NewMessage;
import io.bihuan.notification.delivery.Outbox;
import io.bihuan.notification.sql.Columns;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Turns the reminders whose moment has come into messages, a batch at a time. Any replica may, and each reminder is one
 * replica's: it is marked as sent in the transaction that leaves the message to be sent. However long nobody did, a
 * hazard's newest due step is told and the older ones are superseded.
 */
@ApplicationScoped
public class DueReminders {

    /** Enough to make a round trip worth it, few enough that other replicas find some too. */
    private static final int BATCH = 1000;

    private final DataSource database;
    private final Outbox outbox;
    private final ReminderText text;
    private final InstantSource time;
    private final MeterRegistry metrics;

    DueReminders(DataSource database, Outbox outbox, ReminderText text, InstantSource time, MeterRegistry metrics) {
        this.database = database;
        this.outbox = outbox;
        this.text = text;
        this.time = time;
        this.metrics = metrics;
    }

    /**
     * Sends one batch.
     *
     * @return how many reminders were due; none left once it is 0
     */
    @Transactional
    public int send() throws SQLException {
        var now = time.instant();
        try (var connection = database.getConnection()) {
            var due = claim(connection, now);
            if (due.isEmpty()) {
                return 0;
            }
            var told = due.stream().filter(reminder -> reminder.helpsAt(now)).toList();
            settle(connection, due, told, now);
            outbox.queue(told.stream().map(this::message).toList());
            told.forEach(reminder ->
                    metrics.timer("notification.reminder.lag").record(Duration.between(reminder.remindAt(), now)));
            return due.size();
        }
    }

    /**
     * The newest due reminder of each hazard. The hazard's row is locked with it: whoever follows an event of this hazard
     * comes before, and is passed by here, or after, and finds the reminder sent.
     */
    private static List<Due> claim(Connection connection, Instant now) throws SQLException {
        var due = new ArrayList<Due>();
        try (var select = connection.prepareStatement("""
                select r.id, r.hazard_id, r.step, r.due_at, r.remind_at, r.useful_until, h.number, h.grade, h.description,
                    h.site_name, h.unit, h.responsible, h.phone
                from reminder r join watched_hazard h on h.hazard_id = r.hazard_id
                where r.state = 'PENDING' and r.remind_at <= ?::timestamptz
                    and not exists (select from reminder newer
                        where newer.hazard_id = r.hazard_id and newer.state = 'PENDING'
                            and newer.remind_at <= ?::timestamptz
                            and (newer.remind_at, newer.rung) > (r.remind_at, r.rung))
                order by r.remind_at limit ? for update skip locked""")) {
            select.setString(1, now.toString());
            select.setString(2, now.toString());
            select.setInt(3, BATCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(Due.read(rows));
                }
            }
        }
        return due;
    }

    /** What is told is sent; whatever else of these hazards is due by now is superseded. */
    private static void settle(Connection connection, List<Due> due, List<Due> told, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("""
                update reminder set state = case when id = any (?) then 'SENT' else 'SUPERSEDED' end
                where hazard_id = any (?) and state = 'PENDING' and remind_at <= ?::timestamptz""")) {
            Columns.of(update, 1, told).column("uuid", Due::id);
            Columns.of(update, 2, due).column("uuid", Due::hazardId);
            update.setString(3, now.toString());
            update.executeUpdate();
        }
    }

    private NewMessage message(Due due) {
        return new NewMessage(
                due.hazardId(),
                due.id(),
                due.step().name(),
                due.responsible(),
                due.phone(),
                text.of(due),
                due.priority());
    }
}
