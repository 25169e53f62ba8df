package io.bihuan.notification.deadline;

import static io.bihuan.notification.fixtures.Lookup.messages;
import static io.bihuan.notification.fixtures.Lookup.reminders;
import static io.bihuan.notification.fixtures.Shipped.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.deadline.HazardChanged.Assignee;
import io.bihuan.notification.deadline.HazardChanged.Finding;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.bihuan.notification.ladder.Grade;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnRealParts
class DueRemindersTest {

    private static final Instant MAY_3 = Instant.parse("2026-05-03T02:00:00Z");
    private static final Instant END_OF_MAY_10 = Instant.parse("2026-05-10T16:00:00Z");

    @Inject
    Watch watch;

    @Inject
    DueReminders due;

    @Inject
    SettableTime time;

    @Inject
    Inbox inbox;

    @Inject
    DataSource database;

    @BeforeEach
    void itIsMay3() {
        time.set("2026-05-03T02:00:00Z");
        inbox.behavesWell();
    }

    @Test
    void whoeverComesFirstSendsAReminderAndNobodySendsItTwice() throws Exception {
        var hazards = Stream.generate(UUID::randomUUID).limit(1500).toList();
        watch.follow(hazards.stream().map(DueRemindersTest::assigned).toList());
        time.set("2026-05-09T00:30:00Z");

        // Beside the service's own clock.
        var competitors = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> sendAll = () -> {
                int all = 0;
                for (int some = due.send(); some > 0; some = due.send()) {
                    all += some;
                }
                return all;
            };
            for (var sent : competitors.invokeAll(List.of(sendAll, sendAll, sendAll, sendAll))) {
                assertThat(sent.get()).isNotNegative();
            }
        } finally {
            competitors.shutdownNow();
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> accepted(hazards) == hazards.size());
        assertThat(made(hazards)).isEqualTo(hazards.size());
        assertThat(inbox.messagesTo(phoneOf(hazards.get(0)))).hasSize(1);
        assertThat(inbox.messagesTo(phoneOf(hazards.get(1499)))).hasSize(1);
    }

    @Test
    void afterADowntimeTheNewestStepIsToldAndTheOlderIsSuperseded() throws Exception {
        var hazard = UUID.randomUUID();
        watch.follow(List.of(assigned(hazard)));

        time.set("2026-06-20T05:00:00Z");

        await().untilAsserted(() -> assertThat(reminders(hazard)).isEqualTo(steps("SUPERSEDED", "LISTED", "SENT")));
        assertThat(messages(hazard)).allSatisfy(message -> assertThat(message).containsEntry("template", "listed"));
    }

    @Test
    void toHearThatTheDeadlineIsTomorrowHelpsNobodyOnceItHasPassed() throws Exception {
        var hazard = UUID.randomUUID();
        watch.follow(List.of(assigned(hazard)));

        // Past the deadline, and before the morning of the next step.
        time.set("2026-05-10T23:30:00Z");

        await().untilAsserted(() -> assertThat(reminders(hazard))
                .isEqualTo(steps(
                        "PENDING",
                        "THREE_DAYS_BEFORE",
                        "SUPERSEDED",
                        "DAY_BEFORE",
                        "SUPERSEDED",
                        "DUE_DAY",
                        "SUPERSEDED")));
        assertThat(messages(hazard)).isEmpty();
    }

    @Test
    void onTheDueDayItselfAReminderIsStillOfUse() throws Exception {
        var hazard = UUID.randomUUID();
        watch.follow(List.of(assigned(hazard)));

        time.set("2026-05-10T13:59:00Z");

        await().untilAsserted(() -> assertThat(reminders(hazard))
                .isEqualTo(steps(
                        "PENDING", "THREE_DAYS_BEFORE", "SUPERSEDED", "DAY_BEFORE", "SUPERSEDED", "DUE_DAY", "SENT")));
    }

    @Test
    void aBatchOfManyStepsOfOneHazardLeavesItAsTheLastOneSays() throws Exception {
        var hazard = UUID.randomUUID();
        var life = new ArrayList<HazardChanged>();
        life.add(assigned(hazard));
        life.add(change(hazard, 2, Status.RECTIFIED, END_OF_MAY_10));
        life.add(change(hazard, 3, Status.ASSIGNED, END_OF_MAY_10));
        life.add(change(hazard, 2, Status.CLOSED, END_OF_MAY_10));

        watch.follow(life);
        watch.follow(life);

        assertThat(reminders(hazard)).isEqualTo(steps("PENDING"));
    }

    private int made(List<UUID> hazards) throws SQLException {
        return count("select count(*) from message where hazard_id = any (?)", hazards);
    }

    private int accepted(List<UUID> hazards) throws SQLException {
        return count("select count(*) from message where state = 'ACCEPTED' and hazard_id = any (?)", hazards);
    }

    private int count(String sql, List<UUID> hazards) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", hazards.toArray()));
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static HazardChanged assigned(UUID hazard) {
        return change(hazard, 1, Status.ASSIGNED, END_OF_MAY_10);
    }

    private static HazardChanged change(UUID hazard, int version, Status status, Instant dueAt) {
        return new HazardChanged(
                hazard,
                version,
                "630102-2026-" + hazard,
                status,
                Grade.GENERAL,
                "630102",
                1,
                dueAt,
                MAY_3,
                MAY_3,
                new Finding("后厨未安装可燃气体报警器", null),
                new Assignee("城东区某餐馆", null, "餐馆负责人", phoneOf(hazard)));
    }

    private static String phoneOf(UUID hazard) {
        return "+861" + Math.floorMod(hazard.getMostSignificantBits(), 100_000_000_000L);
    }
}
