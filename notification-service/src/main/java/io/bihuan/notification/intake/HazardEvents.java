package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadletter.Source;
import io.bihuan.notification.deadline.HazardChanged;
import io.bihuan.notification.deadline.Watch;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The topic {@code hazard.events}. A poll's records are one transaction; its offsets are committed after this returns, so a
 * crash brings records again and the inbox guard knows them.
 */
@ApplicationScoped
class HazardEvents implements Source {

    private static final PassingFailure PASSING = new PassingFailure();

    private record Arrival(ConsumerRecord<byte[], byte[]> record, HazardChanged change) {}

    private final EventReader reader;
    private final Patience patience;
    private final Watch watch;
    private final DeadLetters deadLetters;
    private final String topic;

    HazardEvents(
            EventReader reader,
            Patience patience,
            Watch watch,
            DeadLetters deadLetters,
            @ConfigProperty(name = "mp.messaging.incoming.hazard-events.topic") String topic) {
        this.reader = reader;
        this.patience = patience;
        this.watch = watch;
        this.deadLetters = deadLetters;
        this.topic = topic;
    }

    @Incoming("hazard-events")
    @Blocking
    void take(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        var arrivals = new ArrayList<Arrival>(records.count());
        for (var record : records) {
            try {
                arrivals.add(new Arrival(record, reader.read(record)));
            } catch (BrokenRecordException e) {
                deadLetters.send(record, e);
            } catch (RuntimeException e) {
                // Reading needs nothing but the record: it would fail again, and hold up all that come after it.
                deadLetters.send(record, BrokenRecordException.causedBy(e));
            }
        }
        follow(arrivals);
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public boolean readAgain(ConsumerRecord<byte[], byte[]> dead) throws BrokenRecordException, SQLException {
        var change = reader.read(dead);
        try {
            return watch.follow(List.of(change)) > 0;
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            throw BrokenRecordException.causedBy(e);
        }
    }

    private void follow(List<Arrival> arrivals) throws SQLException {
        try {
            patience.follow(arrivals.stream().map(Arrival::change).toList());
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            if (arrivals.size() == 1) {
                deadLetters.send(arrivals.get(0).record(), BrokenRecordException.causedBy(e));
                return;
            }
            for (var arrival : arrivals) {
                follow(List.of(arrival));
            }
        }
    }
}
