package io.bihuan.notification.delivery;

import io.bihuan.notification.sql.Columns;
import io.bihuan.notification.sql.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Who is handing over what. A claim is a lease: whoever dies with it loses it, and the gateway that knows messages is handed
 * it again under the same id, while of one that doesn't it stays unknown. Every statement is a short transaction of its own;
 * none is open while the gateway is asked.
 */
@ApplicationScoped
class Leases {

    /** Longer than an attempt can last, with room for a pause of the process; a gateway's time limits are in seconds. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final DataSource database;
    private final InstantSource time;

    Leases(DataSource database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Claims the most urgent messages whose time has come, at most so many; nobody else gets these.
     *
     * @param line the gateway that they will be handed to
     * @param takesNew whether it is given messages that no gateway can have, beside those of its own to ask about
     */
    @Transactional
    List<Parcel> claim(Line line, boolean takesNew, int most) throws SQLException {
        var now = time.instant();
        record Claimed(int priority, Parcel parcel) {}
        var claimed = new ArrayList<Claimed>(most);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        with due as materialized (
                            select id, state = 'UNKNOWN' or claimed_until is not null as unknown from message
                            where state in ('QUEUED', 'UNKNOWN') and not withdrawn and next_attempt_at <= ?::timestamptz
                                and (? and state = 'QUEUED' and claimed_until is null
                                    or ? and gateway = ? and (state = 'UNKNOWN' or claimed_until is not null))
                            order by priority, next_attempt_at limit ? for update skip locked)
                        update message m set attempts = attempts + 1, claimed_until = l.until, next_attempt_at = l.until,
                            gateway = l.gateway
                        from due, (values (?::timestamptz, ?)) l (until, gateway) where m.id = due.id
                        returning m.priority, m.id, m.phone, m.text, m.attempts, due.unknown, m.give_up_at, m.created_at""")) {
            Queue.inIndexOrder(connection);
            update.setString(1, now.toString());
            update.setBoolean(2, takesNew);
            update.setBoolean(3, line.knowsMessages());
            update.setString(4, line.name());
            update.setInt(5, most);
            update.setString(6, now.plus(LEASE).toString());
            update.setString(7, line.name());
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Claimed(
                            rows.getInt(1),
                            new Parcel(
                                    rows.getObject(2, UUID.class),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getInt(5),
                                    rows.getBoolean(6),
                                    rows.getObject(7, OffsetDateTime.class).toInstant(),
                                    rows.getObject(8, OffsetDateTime.class).toInstant())));
                }
            }
        }
        claimed.sort(Comparator.comparingInt(Claimed::priority));
        return claimed.stream().map(Claimed::parcel).toList();
    }

    /** What waits and isn't urgent waits until the quiet hours are over. */
    @Transactional
    void rest(Instant over) throws SQLException {
        update("""
                update message set next_attempt_at = ?::timestamptz
                where state in ('QUEUED', 'UNKNOWN') and not withdrawn and next_attempt_at <= ?::timestamptz and not urgent
                    and (claimed_until is null or claimed_until <= ?::timestamptz)""", over, time.instant(), time.instant());
    }

    /** A gateway is there again: what waited because it was not need wait no longer, so that the most urgent goes first. */
    @Transactional
    void wake() throws SQLException {
        update("""
                update message set next_attempt_at = ?::timestamptz
                where state = 'QUEUED' and not withdrawn and claimed_until is null and next_attempt_at > ?::timestamptz""", time.instant(), time.instant());
    }

    /** A lease that ran out with a gateway that can't be asked about the message: nobody knows, and nobody sends it again. */
    @Transactional
    void strand(List<String> gatewaysThatForget) throws SQLException {
        if (gatewaysThatForget.isEmpty()) {
            return;
        }
        var now = time.instant().toString();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update message set state = 'UNKNOWN', next_attempt_at = null, claimed_until = null,
                            failure = 'whoever handed it over did not live to hear the answer, and the gateway can''t be asked'
                        where state in ('QUEUED', 'UNKNOWN') and not withdrawn and next_attempt_at <= ?::timestamptz
                            and claimed_until <= ?::timestamptz and gateway = any (?)""")) {
            update.setString(1, now);
            update.setString(2, now);
            Columns.of(update, 3, gatewaysThatForget).column("text", name -> name);
            update.executeUpdate();
        }
    }

    /**
     * Records what became of attempts and ends their leases. In the meantime a receipt may have told the message's end,
     * which stands; or the message may have been called back, so that one the gateway did not take is cancelled.
     */
    @Transactional
    void record(List<Answer> answers) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update message m set
                            state = case
                                when m.state in ('ACCEPTED', 'DELIVERED', 'FAILED') then m.state
                                when m.withdrawn and a.state = 'QUEUED' then 'CANCELLED'
                                else a.state end,
                            failure = case when m.state in ('ACCEPTED', 'DELIVERED', 'FAILED') then m.failure else a.failure end,
                            gateway_id = coalesce(a.gateway_id, m.gateway_id),
                            handed_over_at = coalesce(m.handed_over_at, a.handed_over_at),
                            next_attempt_at = case when m.withdrawn then null else a.next_attempt_at end,
                            claimed_until = null
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[])
                            as a (id, state, gateway_id, handed_over_at, next_attempt_at, failure)
                        where m.id = a.id returning m.id, m.state""")) {
            Columns.of(update, 1, answers)
                    .column("uuid", Answer::id)
                    .column("text", Answer::state)
                    .column(
                            "text",
                            answer -> answer.gatewayIds().stream().findFirst().orElse(null))
                    .column("timestamptz", Answer::handedOverAt)
                    .column("timestamptz", Answer::nextAttemptAt)
                    .column("text", Answer::failure);
            Notices.release(connection, cancelled(update));
            keepParts(connection, answers);
            Receipts.match(connection);
        }
    }

    private static List<UUID> cancelled(PreparedStatement update) throws SQLException {
        var cancelled = new ArrayList<UUID>();
        try (var rows = update.executeQuery()) {
            while (rows.next()) {
                if (MessageState.CANCELLED.name().equals(rows.getString(2))) {
                    cancelled.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return cancelled;
    }

    private static void keepParts(Connection connection, List<Answer> answers) throws SQLException {
        record Part(String gateway, String gatewayId, UUID message) {}
        var parts = answers.stream()
                .flatMap(answer -> answer.gatewayIds().stream().map(id -> new Part(answer.gateway(), id, answer.id())))
                .toList();
        try (var insert = connection.prepareStatement("""
                insert into part (gateway, gateway_id, message_id) select * from unnest(?::text[], ?::text[], ?::uuid[])
                on conflict do nothing""")) {
            Columns.of(insert, 1, parts)
                    .column("text", Part::gateway)
                    .column("text", Part::gatewayId)
                    .column("uuid", Part::message);
            insert.executeUpdate();
        }
    }

    private void update(String sql, Instant... instants) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < instants.length; i++) {
                update.setString(i + 1, instants[i].toString());
            }
            update.executeUpdate();
        }
    }
}
