package io.bihuan.notification.delivery.smpp;

import static io.bihuan.notification.fixtures.Lookup.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.notification.fixtures.Hazard;
import io.bihuan.notification.fixtures.Inbox;
import io.bihuan.notification.fixtures.Kafka;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.fixtures.SettableTime;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service with both gateways, the message centre standing in for the other. */
@OnRealParts
@TestProfile(StandInTest.BothGateways.class)
class StandInTest {

    private static final Instant EVE = Instant.parse("2026-05-09T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public static final class BothGateways implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("bihuan.sms.gateways", "http,smpp");
        }
    }

    @Inject
    Kafka kafka;

    @Inject
    Inbox inbox;

    @Inject
    SettableTime time;

    @BeforeEach
    void itIsTheDayBefore() {
        time.set(EVE.toString());
    }

    @AfterEach
    void theGatewaysBehaveAgain() {
        inbox.behavesWell();
    }

    @Test
    void whileTheFirstGatewayIsDownTheMessageCentreTakesWhatWaitsAndItsReceiptsCloseTheLoop() {
        inbox.failsAlwaysWith(503);

        var hazards = remindedOf(30);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hazards).allSatisfy(hazard -> assertThat(messages(hazard.id()))
                        .singleElement()
                        .satisfies(message -> assertThat(message).containsEntry("state", "DELIVERED"))));
        assertThat(hazards).allSatisfy(hazard -> assertThat(inbox.messagesTo(hazard.phone()))
                .singleElement()
                .satisfies(message -> assertThat(message).containsEntry("via", "smpp")));
    }

    @Test
    void whatADroppedSessionLeftUnclearIsNeverSentAgain() {
        inbox.failsAndDropsTheSessionAt(12);

        var hazards = remindedOf(40);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hazards)
                .allSatisfy(hazard -> assertThat(states(hazard)).containsAnyOf("DELIVERED", "UNKNOWN")));
        assertThat(hazards).anySatisfy(hazard -> assertThat(states(hazard)).containsExactly("UNKNOWN"));
        assertThat(hazards).allSatisfy(hazard -> assertThat(inbox.messagesTo(hazard.phone()))
                .hasSizeBetween(states(hazard).contains("DELIVERED") ? 1 : 0, 1));
    }

    private List<Hazard> remindedOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Hazard(kafka).found(EVE).assigned("2026-05-10T16:00:00Z", EVE))
                .toList();
    }

    private static List<Object> states(Hazard hazard) {
        return messages(hazard.id()).stream()
                .map(message -> message.get("state"))
                .toList();
    }
}
