package io.bihuan.notification.delivery.cmpp;

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
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service with a carrier that speaks CMPP, and no other gateway. */
@OnRealParts
@TestProfile(CmppInUseTest.OnlyCmpp.class)
class CmppInUseTest {

    private static final Instant EVE = Instant.parse("2026-05-09T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public static final class OnlyCmpp implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("bihuan.sms.gateways", "cmpp");
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

    @Test
    void theCarrierTakesWhatIsDueAndItsReportsCloseTheLoop() {
        var hazards = IntStream.range(0, 30)
                .mapToObj(i -> new Hazard(kafka).found(EVE).assigned("2026-05-10T16:00:00Z", EVE))
                .toList();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hazards).allSatisfy(hazard -> assertThat(messages(hazard.id()))
                        .singleElement()
                        .satisfies(message -> assertThat(message).containsEntry("state", "DELIVERED"))));
        assertThat(hazards).allSatisfy(hazard -> assertThat(inbox.messagesTo(hazard.phone()))
                .singleElement()
                .satisfies(message -> assertThat(message).containsEntry("via", "cmpp")));
    }
}
