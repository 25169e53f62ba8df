package io.bihuan.notification.delivery;

import static io.bihuan.notification.fixtures.Lookup.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway is down for an hour: nobody storms it, and when it is back the gravest comes first. */
@OnRealParts
class GatewayDownTest {

    private static final String MORNING = "2026-05-09T02:00:00Z";
    private static final String END_OF_MAY_10 = "2026-05-10T16:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> GRADES = List.of("MINOR", "GENERAL", "SERIOUS", "MAJOR");
    private static final int OF_EACH = 15;

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @AfterEach
    void theGatewayBehavesAgain() {
        inbox.behavesWell();
    }

    @Test
    void afterAnHourEverythingIsDeliveredInTheOrderOfUrgencyButWhatWasCancelled() {
        time.set(MORNING);
        inbox.failsAlwaysWith(503);
        // The least urgent is there first.
        var hazards = GRADES.stream()
                .flatMap(grade -> Stream.generate(() -> reminded(grade)).limit(OF_EACH))
                .toList();
        hazards.forEach(hazard ->
                await().atMost(PATIENCE).until(() -> messages(hazard.id()).size() == 1));
        for (int minute = 0; minute < 60; minute++) {
            time.pass(Duration.ofMinutes(1));
            // One message at most is tried before the next minute; that it was is seen when the service has looked
            // again.
            var looked = time.instant();
            await().atMost(PATIENCE).until(() -> time.instant().isAfter(looked.plusMillis(250)));
        }
        var rectified = hazards.stream()
                .filter(hazard -> hazards.indexOf(hazard) % 3 == 0)
                .toList();
        rectified.forEach(hazard -> hazard.rectified(Instant.parse(MORNING)));
        rectified.forEach(hazard -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(message(hazard)).containsEntry("state", "CANCELLED")));
        int attempts = hazards.stream()
                .mapToInt(hazard -> (Integer) message(hazard).get("attempts"))
                .sum();

        inbox.behavesWell();
        time.pass(Duration.ofMinutes(2));

        var waiting = new ArrayList<>(hazards);
        waiting.removeAll(rectified);
        waiting.forEach(hazard -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(message(hazard)).containsEntry("state", "ACCEPTED")));
        assertThat(rectified).allSatisfy(hazard -> assertThat(inbox.messagesTo(hazard.phone()))
                .isEmpty());
        assertThat(waiting).allSatisfy(hazard -> assertThat(inbox.messagesTo(hazard.phone()))
                .hasSize(1));
        assertThat(attempts).as("attempts of an hour").isBetween(10, 200);
        for (int grade = 1; grade < GRADES.size(); grade++) {
            assertThat(sent(waiting, GRADES.get(grade)).stream()
                            .max(Instant::compareTo)
                            .orElseThrow())
                    .as("the last of %s before the first of %s", GRADES.get(grade), GRADES.get(grade - 1))
                    .isBeforeOrEqualTo(sent(waiting, GRADES.get(grade - 1)).stream()
                            .min(Instant::compareTo)
                            .orElseThrow());
        }
    }

    private Hazard reminded(String grade) {
        var now = Instant.parse(MORNING);
        return new Hazard(kafka).graded(grade).found(now).assigned(END_OF_MAY_10, now);
    }

    private List<Instant> sent(List<Hazard> hazards, String grade) {
        return hazards.stream()
                .filter(hazard -> hazard.grade().equals(grade))
                .map(hazard -> Instant.parse(
                        (String) inbox.messagesTo(hazard.phone()).get(0).get("sentAt")))
                .toList();
    }

    private static Map<String, Object> message(Hazard hazard) {
        return messages(hazard.id()).get(0);
    }
}
