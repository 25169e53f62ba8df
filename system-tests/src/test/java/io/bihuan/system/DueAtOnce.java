package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Api;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

/** Reminders of many major hazards, all due at one instant, each to a person of its own; and what became of them. */
final class DueAtOnce implements AutoCloseable {

    /** No register has it, so nothing else in the stack is about these hazards; nor has any other person a phone like theirs. */
    private static final String DISTRICT = "99";

    private final Stack stack;
    private final int count;
    private final Connection database;

    private DueAtOnce(Stack stack, int count) throws SQLException {
        this.stack = stack;
        this.count = count;
        this.database = DriverManager.getConnection(
                stack.postgres().databases().jdbcUrl("notification"), "notification", stack.password("notification"));
    }

    /** @param at when they are due; should lie far enough ahead for the rows to be written */
    static DueAtOnce reminders(Stack stack, int count, Instant at) throws SQLException {
        var due = new DueAtOnce(stack, count);
        due.execute("""
                insert into watched_hazard (hazard_id, version, number, status, grade, district_code, round, due_at,
                    description, unit, responsible, phone)
                select gen_random_uuid(), 1, '99-2026-' || i, 'ASSIGNED', 'MAJOR', '%s', 1, '%s'::timestamptz + '1 day',
                    '后厨未安装可燃气体报警器', '某餐馆', '负责人', '190' || lpad(i::text, 8, '0')
                from generate_series(1, %d) i""".formatted(DISTRICT, at, count));
        due.execute("""
                insert into reminder (id, hazard_id, round, due_at, step, level, place, grade, ladder_version, remind_at,
                    useful_until, state)
                select gen_random_uuid(), hazard_id, round, due_at, 'DAY_BEFORE', 0, 1, grade, 1, '%s', due_at, 'PENDING'
                from watched_hazard where district_code = '%s'""".formatted(at, DISTRICT));
        due.execute("analyze watched_hazard, reminder");
        return due;
    }

    /** How many the gateway has, as far as the service knows. */
    int accepted() throws SQLException {
        return number("select count(*) from message where state = 'ACCEPTED' and phone like '190%'");
    }

    void awaitAccepted(int least, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofSeconds(1)).until(() -> accepted() >= least);
    }

    /** From the instant at which they were due until the gateway had accepted the last. */
    Duration took(Instant dueAt) throws SQLException {
        try (var rows = database.createStatement()
                .executeQuery("select max(handed_over_at) from message m join notice n on n.message_id = m.id"
                        + " join watched_hazard h on h.hazard_id = n.hazard_id where h.district_code = '" + DISTRICT
                        + "'")) {
            rows.next();
            return Duration.between(dueAt, rows.getTimestamp(1).toInstant());
        }
    }

    /** Every reminder has one message, and the inbox has every message once. */
    void assertEachArrivedOnce() throws SQLException {
        assertThat(number("select count(*) from reminder r join watched_hazard h using (hazard_id)"
                        + " where h.district_code = '" + DISTRICT + "' and r.state = 'SENT'"))
                .isEqualTo(count);
        var ids = new HashSet<UUID>();
        try (var rows = database.createStatement()
                .executeQuery("select n.message_id from notice n join watched_hazard h using (hazard_id)"
                        + " where h.district_code = '" + DISTRICT + "'")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        assertThat(ids).as("messages of %d reminders", count).hasSize(count);
        var arrived = new HashSet<UUID>();
        new Api(stack.ports().sms()).get("/messages").body().path("items").forEach(message -> {
            var id = UUID.fromString(message.path("messageId").asText());
            if (ids.contains(id)) {
                assertThat(arrived.add(id)).as("%s arrived before", id).isTrue();
            }
        });
        assertThat(arrived).as("arrived in the inbox").hasSize(count);
    }

    /** How the gateway behaves from now on. */
    void gateway(int failEvery, Duration delay) {
        assertThat(new Api(stack.ports().sms())
                        .put(
                                "/behaviour",
                                Map.of("failEvery", failEvery, "delay", delay.toString(), "dropAnswer", false))
                        .status())
                .isEqualTo(200);
    }

    /** Leaves the stack as it was. */
    @Override
    public void close() throws SQLException {
        gateway(0, Duration.ZERO);
        execute("""
                create temporary table gone as select hazard_id from watched_hazard where district_code = '%s';
                create temporary table told as
                    select distinct message_id from notice where hazard_id in (select hazard_id from gone);
                delete from notice where hazard_id in (select hazard_id from gone);
                delete from part where message_id in (select message_id from told);
                delete from message where id in (select message_id from told);
                delete from reminder where hazard_id in (select hazard_id from gone);
                delete from watched_hazard where hazard_id in (select hazard_id from gone)""".formatted(DISTRICT));
        database.close();
    }

    private int number(String sql) throws SQLException {
        try (var rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
