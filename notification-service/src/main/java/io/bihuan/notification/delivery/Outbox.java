package io.bihuan.notification.delivery;

import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where messages are left to be sent, in the transaction of whoever decides that they must be. */
@ApplicationScoped
class Outbox {

    /** A reminder that is a day late helps nobody; what keeps failing for so long is for a person to look at. */
    static final Duration GIVE_UP = Duration.ofHours(24);

    private final DataSource database;
    private final InstantSource time;

    Outbox(DataSource database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /** Leaves messages to be sent. One that can't be is kept as failed, with the reason. */
    @Transactional(TxType.MANDATORY)
    void queue(List<NewMessage> messages) throws SQLException {
        var now = time.instant();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into message (created_at, id, hazard_id, template, recipient, phone, text, segments, priority,
                            urgent, state, failure, next_attempt_at, give_up_at)
                        select ?::timestamptz, m.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::int[], ?::int[], ?::boolean[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[]) m""")) {
            insert.setString(1, now.toString());
            Columns.of(insert, 2, messages)
                    .column("uuid", NewMessage::id)
                    .column("uuid", NewMessage::hazardId)
                    .column("text", NewMessage::template)
                    .column("text", NewMessage::recipient)
                    .column("text", NewMessage::phone)
                    .column("text", NewMessage::text)
                    .column("int4", message -> Segments.of(message.text()))
                    .column("int4", NewMessage::priority)
                    .column("bool", NewMessage::urgent)
                    .column("text", message -> message.obstacle() == null ? MessageState.QUEUED : MessageState.FAILED)
                    .column("text", NewMessage::obstacle)
                    .column("timestamptz", message -> message.obstacle() == null ? now : null)
                    .column("timestamptz", message -> giveUp(message.usefulUntil(), now));
            insert.executeUpdate();
        }
    }

    private static Instant giveUp(@Nullable Instant usefulUntil, Instant now) {
        var end = now.plus(GIVE_UP);
        return usefulUntil != null && usefulUntil.isBefore(end) ? usefulUntil : end;
    }
}
