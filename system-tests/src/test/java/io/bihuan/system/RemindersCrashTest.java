package io.bihuan.system;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many reminders, two replicas, a gateway with a bad day, and a crash in the middle: every message arrives once. */
@Tag("long")
class RemindersCrashTest {

    @Test
    void everyReminderArrivesOnceAlthoughOneOfTwoReplicasIsKilledMidway() throws SQLException {
        arrivesOnceAlthoughOneOfTwoReplicasIsKilled(3_000);
    }

    static void arrivesOnceAlthoughOneOfTwoReplicasIsKilled(int count) throws SQLException {
        var stack = SharedStack.running();
        var replica = stack.replica("notification-service");
        var dueAt = Instant.now().plusSeconds(10 + count / 5_000);
        try (var due = DueAtOnce.reminders(stack, count, dueAt)) {
            due.gateway(10, Duration.ofMillis(50));
            replica.start();
            due.awaitAccepted(count / 2, Duration.ofMinutes(10));
            replica.kill();
            // What the dead replica had in its hands is handed over again when its lease has run out.
            due.awaitAccepted(count, Duration.ofMinutes(10));
            due.assertEachArrivedOnce();
            var took = due.took(dueAt);
            System.out.printf(
                    "%,d reminders due at one instant, two replicas, one killed after %,d, the gateway 50 ms slow and failing one"
                            + " in ten: every one arrived once, the last after %.1f s%n",
                    count, count / 2, took.toMillis() / 1e3);
        } finally {
            replica.stop();
        }
    }
}
