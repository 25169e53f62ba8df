package io.bihuan.notification.deadline;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.bihuan.notification.delivery.Notice;
import io.bihuan.notification.delivery.Notices;
import io.bihuan.notification.escalation.Escalation;
import io.bihuan.notification.escalation.Escalations;
import io.bihuan.notification.ladder.Kind;
import io.bihuan.notification.ladder.Quiet;
import io.bihuan.notification.sql.Columns;
import io.bihuan.notification.sql.Queue;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;

/**
 * Turns the reminders whose moment has come into notices to people, a batch at a time. Any replica may, and each reminder is
 * one replica's: it is marked as sent in the transaction that leaves the notices. However long nobody did, a hazard's newest
 * due step is told and the older ones are superseded. In the quiet hours only major hazards' are.
 */
@ApplicationScoped
public class DueReminders {

    /** Enough to make a round trip worth it, few enough that other replicas find some too. */
    private static final int BATCH = 1000;

    private static final String DUE =
            " r.state = 'PENDING' and r.remind_at <= ?::timestamptz and (not ? or h.grade = 'MAJOR') ";

    private final DataSource database;
    private final Ladders ladders;
    private final Addressees addressees;
    private final Notices notices;
    private final Escalations escalations;
    private final Quiet quiet;
    private final InstantSource time;
    private final MeterRegistry metrics;

    DueReminders(
            DataSource database,
            Ladders ladders,
            Addressees addressees,
            Notices notices,
            Escalations escalations,
            Quiet quiet,
            InstantSource time,
            MeterRegistry metrics) {
        this.database = database;
        this.ladders = ladders;
        this.addressees = addressees;
        this.notices = notices;
        this.escalations = escalations;
        this.quiet = quiet;
        this.time = time;
        this.metrics = metrics;
    }

    /**
     * Takes one batch.
     *
     * @return how many reminders were due; none left for this replica once it is 0
     */
    @Transactional
    public int send() throws SQLException {
        var now = time.instant();
        try (var connection = database.getConnection()) {
            var due = claim(connection, now);
            if (due.isEmpty()) {
                return 0;
            }
            var told = newest(due, now);
            settle(connection, due, told);
            tell(told, now);
            told.forEach(reminder ->
                    metrics.timer("notification.reminder.lag").record(Duration.between(reminder.remindAt(), now)));
            return due.size();
        }
    }

    /** Whether every reminder that is due was taken, also those that another replica has in its hands. */
    @Transactional
    public boolean allTaken(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select not exists (select from reminder r
                            where r.state = 'PENDING' and r.remind_at <= ?::timestamptz
                                and (not ? or (select h.grade from watched_hazard h where h.hazard_id = r.hazard_id) = 'MAJOR'))""")) {
            due(select, 1, now);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void due(PreparedStatement statement, int parameter, Instant now) throws SQLException {
        statement.setString(parameter, now.toString());
        statement.setBoolean(parameter + 1, quiet.at(now));
    }

    /**
     * What is due of some hazards, whose rows are locked: whoever follows an event of such a hazard comes before, and is
     * passed by here, or after, and finds the reminders taken.
     */
    private List<Due> claim(Connection connection, Instant now) throws SQLException {
        var due = new ArrayList<Due>();
        try (var lock = connection.prepareStatement("select h.hazard_id from reminder r"
                        + " join watched_hazard h on h.hazard_id = r.hazard_id where" + DUE
                        + "order by r.remind_at limit ? for update of h skip locked");
                var select = connection.prepareStatement(Due.SELECT
                        + " where r.hazard_id = any (?) and r.state = 'PENDING' and r.remind_at <= ?::timestamptz")) {
            Queue.inIndexOrder(connection);
            due(lock, 1, now);
            lock.setInt(3, BATCH);
            var hazards = new HashSet<UUID>();
            try (var rows = lock.executeQuery()) {
                while (rows.next()) {
                    hazards.add(rows.getObject(1, UUID.class));
                }
            }
            if (!hazards.isEmpty()) {
                Columns.of(select, 1, List.copyOf(hazards)).column("uuid", hazard -> hazard);
                select.setString(2, now.toString());
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        due.add(Due.read(rows));
                    }
                }
            }
        }
        return due;
    }

    /** Of several steps of one hazard the newest is told, unless it helps nobody any more. */
    private static List<Due> newest(List<Due> due, Instant now) {
        return due.stream()
                .collect(toMap(Due::hazardId, identity(), BinaryOperator.maxBy(Due.BY_AGE), LinkedHashMap::new))
                .values()
                .stream()
                .filter(reminder -> reminder.helpsAt(now))
                .toList();
    }

    /** What is told is sent; whatever else was due is superseded. */
    private static void settle(Connection connection, List<Due> due, List<Due> told) throws SQLException {
        try (var update = connection.prepareStatement(
                "update reminder set state = case when id = any (?) then 'SENT' else 'SUPERSEDED' end where id = any (?)")) {
            Columns.of(update, 1, told).column("uuid", Due::id);
            Columns.of(update, 2, due).column("uuid", Due::id);
            update.executeUpdate();
        }
    }

    private void tell(List<Due> told, Instant now) throws SQLException {
        var steps = new ArrayList<Addressees.Step>(told.size());
        for (var due : told) {
            steps.add(new Addressees.Step(due, ladders.rung(due.ladderGrade(), due.ladderVersion(), due.step())));
        }
        var reached = new ArrayList<Escalation>();
        var all = new ArrayList<Notice>();
        for (var addressed : addressees.of(steps, now)) {
            all.addAll(addressed.notices());
            if (addressed.step().due().kind() == Kind.ESCALATION) {
                reached.add(escalation(addressed, now));
            }
        }
        notices.add(all);
        escalations.keep(reached);
    }

    private static Escalation escalation(Addressees.Addressed addressed, Instant now) {
        var due = addressed.step().due();
        return new Escalation(
                due.hazardId(),
                due.number(),
                due.districtCode(),
                due.grade(),
                due.round(),
                due.dueAt(),
                due.step(),
                due.level(),
                addressed.step().rung().document(),
                due.ladderVersion(),
                now.truncatedTo(ChronoUnit.MICROS),
                addressed.notices().stream()
                        .filter(notice -> notice.phone() != null)
                        .map(notice -> new Escalation.Told(notice.role(), notice.recipient()))
                        .toList());
    }
}
