package io.bihuan.notification.delivery;

import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Takes what gateways report of the parts that they numbered. A message is delivered once all its parts are, and failed once
 * one is; a part's delivery is final, whatever comes after it.
 */
@ApplicationScoped
public class Receipts {

    /** A receipt that nobody's message fits by then never will. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final DataSource database;
    private final InstantSource time;

    Receipts(DataSource database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Takes receipts. One may come before the gateway's own answer, twice, or for an id that nobody knows: it is kept aside
     * and matched as soon as the id is known. When this returns they are kept, so the gateway may be told so.
     *
     * @param receipts each with its gateway's own id
     */
    @Transactional
    public void take(List<Receipt> receipts) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into stray_receipt (received_at, gateway, gateway_id, delivered, at, failure)
                        select ?::timestamptz, r.* from
                            unnest(?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::text[]) r
                        on conflict do nothing""")) {
            insert.setString(1, time.instant().toString());
            Columns.of(insert, 2, receipts)
                    .column("text", Receipt::gateway)
                    .column("text", Receipt::gatewayId)
                    .column("bool", Receipt::delivered)
                    .column("timestamptz", Receipt::at)
                    .column("text", Receipt::failure);
            insert.executeUpdate();
            match(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Receipts could not be kept", e);
        }
    }

    /** Matches what was kept aside and became known since, and forgets what never did. */
    @Transactional
    void sweep() throws SQLException {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("delete from stray_receipt where received_at < ?::timestamptz")) {
            match(connection);
            delete.setString(1, time.instant().minus(KEPT).toString());
            delete.executeUpdate();
        }
    }

    /** Takes every receipt whose part is known by now. */
    static void match(Connection connection) throws SQLException {
        try (var matched = connection.prepareStatement("""
                        with known as (
                            delete from stray_receipt s using part p
                            where p.gateway = s.gateway and p.gateway_id = s.gateway_id
                            returning p.gateway, p.gateway_id, p.message_id, s.delivered, s.at, s.failure),
                        said as (
                            select gateway, gateway_id, max(at) filter (where delivered) delivered_at, min(failure) failure
                            from known group by gateway, gateway_id)
                        update part p set delivered_at = coalesce(p.delivered_at, said.delivered_at),
                            failure = coalesce(p.failure, said.failure)
                        from said where p.gateway = said.gateway and p.gateway_id = said.gateway_id
                        returning p.message_id""");
                var messages = connection.prepareStatement("""
                        update message m set
                            state = case when p.delivered then 'DELIVERED' else 'FAILED' end,
                            delivered_at = case when p.delivered then p.delivered_at end,
                            failure = case when not p.delivered then p.failure end,
                            next_attempt_at = null
                        from (select message_id, bool_and(delivered_at is not null) delivered, max(delivered_at) delivered_at,
                                min(failure) filter (where delivered_at is null) failure
                            from part where message_id = any (?) group by message_id) p
                        where m.id = p.message_id and m.state <> 'DELIVERED'
                            and (p.delivered and m.state <> 'UNKNOWN'
                                or p.failure is not null and m.state not in ('FAILED', 'CANCELLED'))""")) {
            var touched = new ArrayList<UUID>();
            try (var rows = matched.executeQuery()) {
                while (rows.next()) {
                    touched.add(rows.getObject(1, UUID.class));
                }
            }
            if (!touched.isEmpty()) {
                Columns.of(messages, 1, touched).column("uuid", id -> id);
                messages.executeUpdate();
            }
        }
    }
}
