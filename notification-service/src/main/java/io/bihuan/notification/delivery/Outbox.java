package io.bihuan.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where messages are left to be sent, in the transaction of whoever decides that they must be. */
@ApplicationScoped
public class Outbox {

    /** A reminder that is a day late helps nobody; what keeps failing for so long is for a person to look at. */
    static final Duration GIVE_UP = Duration.ofHours(24);

    /** {@code contracts/sms-gateway/message.schema.json} */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}|1[3-9][0-9]{9}");

    private final DataSource database;
    private final InstantSource time;

    Outbox(DataSource database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /** Leaves messages to be sent. One that can't be is kept as failed, with the reason. */
    @Transactional(TxType.MANDATORY)
    public void queue(List<NewMessage> messages) throws SQLException {
        var now = time.instant();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into message (id, hazard_id, reminder_id, template, recipient, phone, text, segments, priority,
                            state, failure, next_attempt_at, created_at, give_up_at)
                        select m.*, t.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::timestamptz[]) m,
                            (values (?::timestamptz, ?::timestamptz)) t""")) {
            Columns.of(insert, 1, messages)
                    .column("uuid", message -> UuidCreator.getTimeOrderedEpoch())
                    .column("uuid", NewMessage::hazardId)
                    .column("uuid", NewMessage::reminderId)
                    .column("text", NewMessage::template)
                    .column("text", NewMessage::recipient)
                    .column("text", NewMessage::phone)
                    .column("text", NewMessage::text)
                    .column("int4", message -> Segments.of(message.text()))
                    .column("int4", NewMessage::priority)
                    .column("text", message -> obstacle(message) == null ? MessageState.QUEUED : MessageState.FAILED)
                    .column("text", Outbox::obstacle)
                    .column("timestamptz", message -> obstacle(message) == null ? now : null);
            insert.setString(13, now.toString());
            insert.setString(14, now.plus(GIVE_UP).toString());
            insert.executeUpdate();
        }
    }

    /**
     * Calls messages back. One that nobody is handing over is cancelled; one that may be on its way is tried no more.
     *
     * @return the reminders whose messages surely stayed here
     */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> withdraw(Collection<UUID> reminders) throws SQLException {
        var stayed = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update message set withdrawn = true, next_attempt_at = null,
                            state = case when state = 'QUEUED' and claimed_until is null then 'CANCELLED' else 'UNKNOWN' end
                        where reminder_id = any (?) and state in ('QUEUED', 'UNKNOWN') and not withdrawn
                        returning reminder_id, state""")) {
            Columns.of(update, 1, List.copyOf(reminders)).column("uuid", reminder -> reminder);
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    if (MessageState.CANCELLED.name().equals(rows.getString(2))) {
                        stayed.add(rows.getObject(1, UUID.class));
                    }
                }
            }
        }
        return stayed;
    }

    private static @Nullable String obstacle(NewMessage message) {
        if (message.phone() == null) {
            return "no phone on file";
        }
        return PHONE.matcher(message.phone()).matches() ? null : "not a phone number: " + message.phone();
    }
}
