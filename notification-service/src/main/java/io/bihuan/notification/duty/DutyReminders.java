package io.bihuan.notification.duty;

import io.bihuan.notification.delivery.Notice;
import io.bihuan.notification.delivery.Notices;
import io.bihuan.notification.ladder.Deadline;
import io.bihuan.notification.people.Directory;
import io.bihuan.notification.people.Districts;
import io.bihuan.notification.people.Holder;
import io.bihuan.notification.people.Post;
import io.bihuan.notification.sql.Columns;
import io.bihuan.notification.texts.Placeholder;
import io.bihuan.notification.texts.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reminds of what is due, a batch at a time; any replica may, and each reminder is one replica's. However long nobody did, of
 * each duty the newest due reminder is told and the older ones are superseded.
 */
@ApplicationScoped
public class DutyReminders {

    private static final int BATCH = 500;

    /** Behind every reminder of a hazard. */
    private static final int PRIORITY = 100;

    private final Schedule schedule;
    private final DataSource database;
    private final Directory directory;
    private final Districts districts;
    private final Texts texts;
    private final Notices notices;
    private final ZoneId zone;

    DutyReminders(
            Schedule schedule,
            DataSource database,
            Directory directory,
            Districts districts,
            Texts texts,
            Notices notices,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.schedule = schedule;
        this.database = database;
        this.directory = directory;
        this.districts = districts;
        this.texts = texts;
        this.notices = notices;
        this.zone = zone;
    }

    /**
     * Makes the occurrences that are to come after a moment, and those up to it that are missing.
     *
     * @return of how many duties; none is left once it is 0
     */
    public int plan(Instant now) throws SQLException {
        return schedule.extend(now);
    }

    /**
     * Reminds of one batch of what is due at a moment for which all was planned.
     *
     * @return how many reminders were due; none left once it is 0
     */
    @Transactional
    public int send(Instant now) throws SQLException {
        try (var connection = database.getConnection()) {
            var due = claim(connection, now);
            if (due.isEmpty()) {
                return 0;
            }
            var told = due.stream().filter(reminder -> reminder.helpsAt(now)).toList();
            settle(connection, due, told, now);
            callBackEarlier(connection, told);
            notices.add(notices(told, now));
            return due.size();
        }
    }

    /** Whether nothing is due that nobody has taken, so that what people are to be told of duties now is all there. */
    public boolean allTaken(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select not exists (select from duty_reminder"
                        + " where state = 'PENDING' and remind_at <= ?::timestamptz)")) {
            select.setString(1, now.toString());
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The newest due reminder of each duty, locked with the duty: a submission comes before or after, never between. */
    private static List<DueDuty> claim(Connection connection, Instant now) throws SQLException {
        var due = new ArrayList<DueDuty>();
        try (var select = connection.prepareStatement("""
                select r.id, r.duty_id, r.occurrence_id, r.step, r.useful_until, o.period, o.due_at, d.district_code, d.name, d.kind, d.roles
                from duty_reminder r join duty d on d.id = r.duty_id join duty_occurrence o on o.id = r.occurrence_id
                where r.state = 'PENDING' and r.remind_at <= ?::timestamptz
                    and not exists (select from duty_reminder newer
                        where newer.duty_id = r.duty_id and newer.state = 'PENDING'
                            and newer.remind_at <= ?::timestamptz
                            and (newer.remind_at, newer.id) > (r.remind_at, r.id))
                order by r.remind_at limit ? for update of r, d skip locked""")) {
            select.setString(1, now.toString());
            select.setString(2, now.toString());
            select.setInt(3, BATCH);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(DueDuty.read(rows));
                }
            }
        }
        return due;
    }

    /** What is told is sent; whatever else of these duties is due by now is superseded. */
    private static void settle(Connection connection, List<DueDuty> due, List<DueDuty> told, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                update duty_reminder set state = case when id = any (?) then 'SENT' else 'SUPERSEDED' end
                where duty_id = any (?) and state = 'PENDING' and remind_at <= ?::timestamptz""")) {
            Columns.of(update, 1, told).column("uuid", DueDuty::id);
            Columns.of(update, 2, due).column("uuid", DueDuty::dutyId);
            update.setString(3, now.toString());
            update.executeUpdate();
        }
    }

    /** What an earlier reminder of the same occurrence told and nobody has sent yet, at night for one, is told no more. */
    private void callBackEarlier(Connection connection, List<DueDuty> told) throws SQLException {
        var earlier = new ArrayList<UUID>();
        try (var select = connection.prepareStatement("""
                select id from duty_reminder where occurrence_id = any (?) and state = 'SENT' and not id = any (?)""")) {
            Columns.of(select, 1, told).column("uuid", DueDuty::occurrenceId).column("uuid", DueDuty::id);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    earlier.add(rows.getObject(1, UUID.class));
                }
            }
        }
        if (earlier.isEmpty()) {
            return;
        }
        try (var update =
                connection.prepareStatement("update duty_reminder set state = 'SUPERSEDED' where id = any (?)")) {
            Columns.of(update, 1, List.copyOf(notices.withdraw(earlier))).column("uuid", id -> id);
            update.executeUpdate();
        }
    }

    private List<Notice> notices(List<DueDuty> told, Instant now) {
        var holders = directory.holders(
                told.stream().flatMap(due -> due.posts().stream()).toList(),
                now.atZone(zone).toLocalDate());
        var names = districts.names(told.stream().map(DueDuty::districtCode).toList());
        var written = new ArrayList<Notice>();
        for (var due : told) {
            var district = names.getOrDefault(due.districtCode(), due.districtCode());
            var phones = new HashSet<String>();
            for (var post : due.posts()) {
                var holder = holders.get(post);
                // Who holds two of the posts is told once.
                if (holder == null || phones.add(holder.phone())) {
                    written.add(notice(due, post, holder, district));
                }
            }
        }
        return written;
    }

    /** Where nobody holds the post, the message fails visibly. */
    private Notice notice(DueDuty due, Post post, @Nullable Holder holder, String district) {
        var language = holder == null ? Locale.CHINESE : holder.language();
        var period = PeriodWords.of(due.kind(), due.period(), language);
        var text = texts.of(
                due.step().template(),
                language,
                Map.of(
                        Placeholder.DUTY,
                        due.name(),
                        Placeholder.PERIOD,
                        period,
                        Placeholder.DUE,
                        new Deadline(due.dueAt(), zone),
                        Placeholder.DISTRICT,
                        district));
        return new Notice(
                due.id(),
                null,
                due.step().template(),
                post.role(),
                due.districtCode(),
                holder == null ? null : holder.name(),
                holder == null ? null : holder.phone(),
                language,
                text,
                due.name() + " " + period,
                PRIORITY,
                false,
                due.usefulUntil());
    }
}
