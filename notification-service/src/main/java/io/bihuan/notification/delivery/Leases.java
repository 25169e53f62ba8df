package io.bihuan.notification.delivery;

import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Who is handing over what. A claim is a lease: whoever dies with it loses it, and the message is handed over again under
 * the same id. Both statements are short transactions of their own; none is open while the gateway is asked.
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

    /** Claims the most urgent messages whose time has come, at most so many; nobody else gets these. */
    @Transactional
    List<Parcel> claim(int most) throws SQLException {
        var now = time.instant();
        record Claimed(int priority, Parcel parcel) {}
        var claimed = new ArrayList<Claimed>(most);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        with due as materialized (
                            select id, state from message
                            where state in ('QUEUED', 'UNKNOWN') and not withdrawn and next_attempt_at <= ?::timestamptz
                            order by priority, next_attempt_at limit ? for update skip locked)
                        update message m set attempts = attempts + 1, claimed_until = l.until, next_attempt_at = l.until
                        from due, (values (?::timestamptz)) l (until) where m.id = due.id
                        returning m.priority, m.id, m.phone, m.text, m.attempts, due.state = 'UNKNOWN', m.give_up_at,
                            m.created_at""")) {
            update.setString(1, now.toString());
            update.setInt(2, most);
            update.setString(3, now.plus(LEASE).toString());
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
                        where m.id = a.id""")) {
            Columns.of(update, 1, answers)
                    .column("uuid", Answer::id)
                    .column("text", Answer::state)
                    .column("text", Answer::gatewayId)
                    .column("timestamptz", Answer::handedOverAt)
                    .column("timestamptz", Answer::nextAttemptAt)
                    .column("text", Answer::failure);
            update.executeUpdate();
        }
    }
}
