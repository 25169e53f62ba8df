package io.bihuan.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs go to more people than phones may. */
@OnRealParts
class LogTest {

    private static final Instant MAY_3 = Instant.parse("2026-05-03T02:00:00Z");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord said) {
            var trace = new StringWriter();
            if (said.getThrown() != null) {
                said.getThrown().printStackTrace(new PrintWriter(trace));
            }
            logged.add(said.getMessage() + Arrays.toString(said.getParameters()) + trace);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    Kafka kafka;

    @BeforeEach
    void listen() {
        LogManager.getLogManager().getLogger("").addHandler(listening);
    }

    @AfterEach
    void listenNoMore() {
        LogManager.getLogManager().getLogger("").removeHandler(listening);
    }

    @Test
    void anEventThatTheDatabaseRefusesIsLoggedWithoutThePhoneInIt() {
        var hazard = new Hazard(kafka);
        hazard.step("hazard.found", MAY_3, MAY_3, event -> event.put("dueAt", "2026-05-10T16:00:00Z"))
                .step("hazard.assigned", MAY_3, MAY_3, event -> {
                    event.put("dueAt", "2026-05-10T16:00:00Z");
                    event.withObject("/unit").put("name", "a\u0000b");
                    event.withObject("/responsible").put("phone", hazard.phone());
                });

        await().atMost(Duration.ofSeconds(30))
                .until(() -> kafka.deadLetter(hazard.id()).isPresent());

        assertThat(logged).anyMatch(line -> line.contains("invalid byte sequence"));
        assertThat(logged).noneMatch(line -> line.contains(hazard.phone()));
    }
}
