package io.bihuan.hazard.escalation;

import io.bihuan.hazard.escalation.BrokenRecordException.Reason;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The topic {@code notification.events}. A poll's records are one transaction; if the database refuses one of them, each gets
 * one of its own. The offsets are committed when every record is kept or a dead letter, so a crash brings records again,
 * which then change nothing.
 */
@ApplicationScoped
class Intake {

    private record Arrival(ConsumerRecord<byte[], byte[]> record, EscalationEvent event) {}

    private final EscalationReader reader;
    private final Escalations escalations;
    private final Patience patience;
    private final DeadLetters deadLetters;

    Intake(EscalationReader reader, Escalations escalations, Patience patience, DeadLetters deadLetters) {
        this.reader = reader;
        this.escalations = escalations;
        this.patience = patience;
        this.deadLetters = deadLetters;
    }

    @Incoming("notification-events")
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> records) throws Exception {
        List<Arrival> arrivals = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                reader.read(record).ifPresent(event -> arrivals.add(new Arrival(record, event)));
            } catch (BrokenRecordException e) {
                deadLetters.send(record, e);
            }
        }
        keep(arrivals);
    }

    private void keep(List<Arrival> arrivals) throws Exception {
        try {
            patience.untilDone(() -> {
                escalations.keep(arrivals.stream().map(Arrival::event).toList());
                return true;
            });
        } catch (RuntimeException | SQLException e) {
            SQLException refusal = Patience.refusal(e);
            if (refusal == null) {
                throw e;
            }
            if (arrivals.size() == 1) {
                deadLetters.send(
                        arrivals.get(0).record(),
                        new BrokenRecordException(Reason.REFUSED, String.valueOf(refusal.getMessage())));
                return;
            }
            for (Arrival arrival : arrivals) {
                keep(List.of(arrival));
            }
        }
    }
}
