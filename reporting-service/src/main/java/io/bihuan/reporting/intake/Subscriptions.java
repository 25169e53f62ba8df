package io.bihuan.reporting.intake;

import io.bihuan.reporting.facts.Districts;
import io.bihuan.reporting.facts.Facts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that this service listens to. */
@ApplicationScoped
class Subscriptions {

    private final Intake intake;
    private final Facts facts;
    private final Districts districts;

    Subscriptions(Intake intake, Facts facts, Districts districts) {
        this.intake = intake;
        this.facts = facts;
        this.districts = districts;
    }

    @Incoming("hazard-events")
    @Blocking
    void hazards(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, HazardEvent::read, facts::add);
    }

    @Incoming("district-events")
    @Blocking
    void districts(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, DistrictEvent::read, districts::hear);
    }

    @Incoming("notification-events")
    @Blocking
    void escalations(ConsumerRecords<byte[], byte[]> records) throws Exception {
        intake.take(records, EscalationEvent::read, facts::escalate);
    }
}
