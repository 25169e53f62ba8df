package io.bihuan.notification.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.ladder.Quiet;
import io.bihuan.notification.sql.Columns;
import io.bihuan.notification.texts.Placeholder;
import io.bihuan.notification.texts.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What people are to be told, until it becomes messages: of what waits for one person together, more than three become one
 * digest. One replica at a time gathers, so that no two write to one person at once.
 */
@ApplicationScoped
public class Notices {

    /** So many messages at once a person still reads one by one (glossary, section 5). */
    private static final int ONE_BY_ONE = 3;

    /** Whoever was just written to hears what comes next a little later, all together. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** How many people's notices are gathered in one transaction. */
    private static final int PEOPLE = 1000;

    /** How many of a digest's notices are told in it; the number of all is told too. */
    private static final int TOLD = 5;

    private record Sent(String phone, String text) {}

    private record Told(WaitingNotice notice, UUID message) {}

    private final DataSource database;
    private final Outbox outbox;
    private final Texts texts;
    private final Quiet quiet;
    private final InstantSource time;

    Notices(DataSource database, Outbox outbox, Texts texts, Quiet quiet, InstantSource time) {
        this.database = database;
        this.outbox = outbox;
        this.texts = texts;
        this.quiet = quiet;
        this.time = time;
    }

    /** Leaves notices to be sent, in the transaction of whoever decides that they must be. */
    @Transactional(TxType.MANDATORY)
    public void add(List<Notice> notices) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into notice (created_at, id, cause, hazard_id, template, role, place, recipient, phone,
                            language, text, line, priority, urgent, useful_until)
                        select ?::timestamptz, n.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::boolean[],
                            ?::timestamptz[]) n""")) {
            insert.setString(1, time.instant().toString());
            Columns.of(insert, 2, notices)
                    .column("uuid", notice -> UuidCreator.getTimeOrderedEpoch())
                    .column("uuid", Notice::cause)
                    .column("uuid", Notice::hazardId)
                    .column("text", Notice::template)
                    .column("text", Notice::role)
                    .column("text", Notice::place)
                    .column("text", Notice::recipient)
                    .column("text", Notice::phone)
                    .column("text", notice -> notice.language().toLanguageTag())
                    .column("text", Notice::text)
                    .column("text", Notice::line)
                    .column("int4", Notice::priority)
                    .column("bool", Notice::urgent)
                    .column("timestamptz", Notice::usefulUntil);
            insert.executeUpdate();
        }
    }

    /**
     * Makes messages of what waits, the most urgent first, a batch of people at a time.
     *
     * @param moment whatever was added up to it and may be told at it
     * @return how many notices became part of a message
     */
    @Transactional
    public int gather(Instant moment) throws SQLException {
        try (var connection = database.getConnection()) {
            var notices = claim(connection, moment);
            if (notices.isEmpty()) {
                return 0;
            }
            var messages = new ArrayList<NewMessage>(notices.size());
            notices.stream()
                    .collect(groupingBy(WaitingNotice::person, LinkedHashMap::new, toList()))
                    .values()
                    .forEach(ofOne -> messages.addAll(messages(ofOne)));
            send(connection, messages);
            return notices.size();
        }
    }

    private List<NewMessage> messages(List<WaitingNotice> ofOne) {
        return ofOne.size() > ONE_BY_ONE
                ? List.of(digest(ofOne))
                : ofOne.stream().map(NewMessage::of).toList();
    }

    private NewMessage digest(List<WaitingNotice> ofOne) {
        var lines = ofOne.stream()
                .limit(TOLD)
                .map(waiting -> waiting.notice().line())
                .toList();
        var overdue = ofOne.stream()
                .filter(waiting -> waiting.notice().usefulUntil() == null)
                .count();
        var text = texts.of(
                Texts.DIGEST,
                ofOne.get(0).notice().language(),
                Map.of(
                        Placeholder.COUNT, ofOne.size(),
                        Placeholder.OVERDUE, overdue,
                        Placeholder.LINES, lines));
        return NewMessage.digest(ofOne, Texts.DIGEST, text);
    }

    /** Every notice that waits for the people who come first; none while another replica gathers. */
    private List<WaitingNotice> claim(Connection connection, Instant moment) throws SQLException {
        var notices = new ArrayList<WaitingNotice>();
        try (var select = connection.prepareStatement("""
                with turn as materialized (select pg_try_advisory_xact_lock(hashtext('notices')) mine),
                person as materialized (
                    select distinct coalesce(phone, id::text) id from (
                        select n.phone, n.id from notice n
                        where n.message_id is null and not n.withdrawn and n.created_at <= ?::timestamptz
                            and (n.urgent or not ?) and (select mine from turn)
                            and not exists (select from message m
                                where m.phone = n.phone and m.created_at > ?::timestamptz and m.created_at <= ?::timestamptz
                                    and m.state <> 'CANCELLED')
                        order by n.priority, n.created_at limit ?) first)
                select * from notice
                where message_id is null and not withdrawn and created_at <= ?::timestamptz and (urgent or not ?)
                    and coalesce(phone, id::text) = any (array (select id from person))
                order by id for update""")) {
            select.setString(1, moment.toString());
            select.setBoolean(2, quiet.at(moment));
            select.setString(3, moment.minus(PAUSE).toString());
            select.setString(4, moment.toString());
            select.setInt(5, PEOPLE);
            select.setString(6, moment.toString());
            select.setBoolean(7, quiet.at(moment));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    notices.add(WaitingNotice.read(rows));
                }
            }
        }
        notices.sort(
                Comparator.comparingInt(waitingNotice -> waitingNotice.notice().priority()));
        return notices;
    }

    /** The same words to the same phone a second time within the day are a mistake: the first message tells them. */
    private void send(Connection connection, List<NewMessage> messages) throws SQLException {
        var sent = sentToday(connection, messages);
        var fresh = new ArrayList<NewMessage>(messages.size());
        var told = new ArrayList<Told>();
        for (var message : messages) {
            var before = message.phone() == null
                    ? null
                    : sent.putIfAbsent(new Sent(message.phone(), message.text()), message.id());
            if (before == null) {
                fresh.add(message);
            }
            message.notices().forEach(notice -> told.add(new Told(notice, before == null ? message.id() : before)));
        }
        outbox.queue(fresh);
        try (var update = connection.prepareStatement("""
                update notice n set message_id = c.message_id from unnest(?::uuid[], ?::uuid[]) as c (id, message_id)
                where n.id = c.id""")) {
            Columns.of(update, 1, told).column("uuid", one -> one.notice().id()).column("uuid", Told::message);
            update.executeUpdate();
        }
    }

    private Map<Sent, UUID> sentToday(Connection connection, List<NewMessage> messages) throws SQLException {
        var zone = quiet.zone();
        var day = time.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var sent = new HashMap<Sent, UUID>();
        try (var select = connection.prepareStatement("""
                select phone, text, id from message
                where phone = any (?) and created_at >= ?::timestamptz and state not in ('CANCELLED', 'FAILED')""")) {
            Columns.of(select, 1, messages).column("text", NewMessage::phone);
            select.setString(2, day.toString());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sent.put(new Sent(rows.getString(1), rows.getString(2)), rows.getObject(3, UUID.class));
                }
            }
        }
        return sent;
    }

    /** What people were told of some reminders, or are about to be; not what was called back. */
    public List<Notice> about(Collection<UUID> causes) throws SQLException {
        var notices = new ArrayList<Notice>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select * from notice where cause = any (?) and not withdrawn order by id")) {
            Columns.of(select, 1, List.copyOf(causes)).column("uuid", cause -> cause);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    notices.add(WaitingNotice.read(rows).notice());
                }
            }
        }
        return notices;
    }

    /**
     * Calls back what was not sent yet: a message that nobody is handing over is cancelled, and one that may be on its way is
     * tried no more. What a cancelled digest told of others waits again.
     *
     * @param causes the reminders that no longer hold
     * @return those of which surely nothing went out
     */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> withdraw(Collection<UUID> causes) throws SQLException {
        var all = List.copyOf(causes);
        var stayed = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement("""
                        update notice set withdrawn = true where id in (
                            select id from notice where cause = any (?) and not withdrawn order by id for update)""");
                var cancel = connection.prepareStatement("""
                        update message m set withdrawn = true, next_attempt_at = null,
                            state = case when state = 'QUEUED' and claimed_until is null then 'CANCELLED' else 'UNKNOWN' end
                        where id in (select message_id from notice where cause = any (?)) and not withdrawn
                            and (state = 'QUEUED' or state = 'UNKNOWN' and not exists (select from notice other
                                where other.message_id = m.id and not other.withdrawn))
                        returning id, state""");
                var outcome = connection.prepareStatement("""
                        select cause from notice n left join message m on m.id = n.message_id where cause = any (?)
                        group by cause
                        having bool_and(n.message_id is null or m.state = 'CANCELLED' or m.state = 'FAILED')""")) {
            for (var statement : List.of(forget, cancel, outcome)) {
                Columns.of(statement, 1, all).column("uuid", cause -> cause);
            }
            forget.executeUpdate();
            var cancelled = new ArrayList<UUID>();
            try (var rows = cancel.executeQuery()) {
                while (rows.next()) {
                    if (MessageState.CANCELLED.name().equals(rows.getString(2))) {
                        cancelled.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            release(connection, cancelled);
            try (var rows = outcome.executeQuery()) {
                while (rows.next()) {
                    stayed.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return stayed;
    }

    /** What cancelled messages told, but for what called them back, is still to be told. */
    static void release(Connection connection, List<UUID> cancelled) throws SQLException {
        if (cancelled.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(
                "update notice set message_id = null where message_id = any (?) and not withdrawn")) {
            Columns.of(update, 1, cancelled).column("uuid", id -> id);
            update.executeUpdate();
        }
    }
}
