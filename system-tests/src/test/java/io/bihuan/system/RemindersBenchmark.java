package io.bihuan.system;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast a morning's reminders go out; the figures hold for a machine that does nothing else. */
@Tag("benchmark")
class RemindersBenchmark {

    private static final int COUNT = 100_000;

    @Test
    void aHundredThousandDueAtOneInstantWithACrashInTheMiddle() throws SQLException {
        RemindersCrashTest.arrivesOnceAlthoughOneOfTwoReplicasIsKilled(COUNT);
    }

    @Test
    void aHundredThousandDueAtOneInstant() throws SQLException {
        var stack = SharedStack.running();
        var dueAt = Instant.now().plusSeconds(30);
        try (var due = DueAtOnce.reminders(stack, COUNT, dueAt)) {
            due.awaitAccepted(COUNT, Duration.ofMinutes(10));
            due.assertEachArrivedOnce();
            var took = due.took(dueAt);
            System.out.printf(
                    "%,d reminders due at one instant, one replica: the last handed over after %.1f s, %,d a second%n",
                    COUNT, took.toMillis() / 1e3, COUNT * 1000L / Math.max(1, took.toMillis()));
        }
    }
}
