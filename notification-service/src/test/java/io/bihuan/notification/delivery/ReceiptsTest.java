package io.bihuan.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway that numbers parts reports, in whatever order it does. */
@OnRealParts
class ReceiptsTest {

    private static final Instant NOON = Instant.parse("2026-05-09T04:00:00Z");

    @Inject
    Receipts receipts;

    @Inject
    Leases leases;

    @Inject
    SettableTime time;

    @Inject
    DataSource database;

    private final String a = "a" + UUID.randomUUID();
    private final String b = "b" + UUID.randomUUID();
    private final UUID message = UuidCreator.getTimeOrderedEpoch();

    @BeforeEach
    void aMessageIsInTheCouriersHands() throws SQLException {
        time.set(NOON.toString());
        execute("""
                insert into message (id, template, phone, text, segments, priority, state, attempts, created_at, next_attempt_at,
                    claimed_until, give_up_at, gateway)
                values ('%s', 'REMIND', '13900000000', '【闭环】', 2, 1, 'QUEUED', 1, now(), 'infinity', 'infinity', 'infinity',
                    'smpp')""".formatted(message));
    }

    @Test
    void aMessageIsDeliveredOnceAllItsPartsAre() throws SQLException {
        answer(MessageState.ACCEPTED, a, b);

        receipts.take(List.of(delivered(a, NOON)));
        assertThat(state()).isEqualTo("ACCEPTED");

        receipts.take(List.of(delivered(b, NOON.plusSeconds(5))));
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(text("delivered_at::text"))
                .isEqualTo(text("'%s'::timestamptz::text".formatted(NOON.plusSeconds(5))));
    }

    @Test
    void aReceiptBeforeTheGatewaysAnswerCounts() throws SQLException {
        receipts.take(List.of(delivered(a, NOON), delivered(b, NOON)));
        assertThat(state()).isEqualTo("QUEUED");

        answer(MessageState.ACCEPTED, a, b);

        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void aReceiptThatCrossesTheAnswerIsMatchedByTheNextSweep() throws SQLException {
        answer(MessageState.ACCEPTED, a);
        // As if it had been kept by a transaction that did not see the part yet.
        execute("insert into stray_receipt values ('smpp', '%s', true, now(), null, now())".formatted(a));

        receipts.sweep();

        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void aReceiptForAnUnknownIdIsKeptForAWeekAndHarmsNothing() throws SQLException {
        answer(MessageState.ACCEPTED, a);

        receipts.take(List.of(delivered("nobody-" + a, NOON)));
        assertThat(strays("nobody-" + a)).isOne();
        assertThat(state()).isEqualTo("ACCEPTED");

        time.pass(Duration.ofDays(8));
        await().until(() -> {
            receipts.sweep();
            return strays("nobody-" + a) == 0;
        });
    }

    @Test
    void aReceiptThatComesTwiceCountsOnce() throws SQLException {
        answer(MessageState.ACCEPTED, a, b);

        receipts.take(List.of(delivered(a, NOON)));
        receipts.take(List.of(delivered(a, NOON.plusSeconds(60)), delivered(a, NOON.plusSeconds(60))));

        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(strays(a)).isZero();
    }

    @Test
    void onePartThatFailedFailsTheMessageWithItsReason() throws SQLException {
        answer(MessageState.ACCEPTED, a, b);

        receipts.take(List.of(delivered(a, NOON), failed(b, "UNDELIV 001")));

        assertThat(state()).isEqualTo("FAILED");
        assertThat(text("failure")).isEqualTo("UNDELIV 001");
    }

    @Test
    void aDeliveryIsFinalAndComesAfterAFailureToo() throws SQLException {
        answer(MessageState.ACCEPTED, a);
        receipts.take(List.of(failed(a, "EXPIRED")));
        assertThat(state()).isEqualTo("FAILED");

        receipts.take(List.of(delivered(a, NOON)));
        assertThat(state()).isEqualTo("DELIVERED");

        receipts.take(List.of(failed(a, "EXPIRED")));
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(text("failure")).isNull();
    }

    @Test
    void ofAMessageCutOffInTheMiddleNoPartsDeliveryIsTakenForTheWhole() throws SQLException {
        answer(MessageState.UNKNOWN, a);

        receipts.take(List.of(delivered(a, NOON)));

        assertThat(state()).isEqualTo("UNKNOWN");
    }

    private void answer(MessageState state, String... parts) throws SQLException {
        leases.record(List.of(new Answer(message, "smpp", state, List.of(parts), NOON, null, null)));
    }

    private static Receipt delivered(String part, Instant at) {
        return new Receipt("smpp", null, part, true, at, null);
    }

    private static Receipt failed(String part, String failure) {
        return new Receipt("smpp", null, part, false, NOON, failure);
    }

    private @Nullable String state() throws SQLException {
        return text("state");
    }

    private @Nullable String text(String column) throws SQLException {
        return query("select %s from message where id = '%s'".formatted(column, message));
    }

    private int strays(String part) throws SQLException {
        return Integer.parseInt(
                "" + query("select count(*) from stray_receipt where gateway_id = '%s'".formatted(part)));
    }

    private @Nullable String query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
