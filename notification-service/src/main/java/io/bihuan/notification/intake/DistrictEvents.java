package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadletter.Source;
import io.bihuan.notification.people.Districts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic {@code district.events}: a district changes once in years, so each record is a transaction of its own. */
@ApplicationScoped
class DistrictEvents implements Source {

    private static final PassingFailure PASSING = new PassingFailure();

    private final DistrictReader reader;
    private final Patience patience;
    private final Districts districts;
    private final DeadLetters deadLetters;
    private final String topic;

    DistrictEvents(
            DistrictReader reader,
            Patience patience,
            Districts districts,
            DeadLetters deadLetters,
            @ConfigProperty(name = "mp.messaging.incoming.district-events.topic") String topic) {
        this.reader = reader;
        this.patience = patience;
        this.districts = districts;
        this.deadLetters = deadLetters;
        this.topic = topic;
    }

    @Incoming("district-events")
    @Blocking
    void take(ConsumerRecord<byte[], byte[]> record) throws SQLException {
        try {
            var district = reader.read(record);
            if (district != null) {
                patience.follow(district);
            }
        } catch (BrokenRecordException e) {
            deadLetters.send(record, e);
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            deadLetters.send(record, BrokenRecordException.causedBy(e));
        }
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public boolean readAgain(ConsumerRecord<byte[], byte[]> dead) throws BrokenRecordException, SQLException {
        var district = reader.read(dead);
        try {
            return district != null && districts.follow(district);
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            throw BrokenRecordException.causedBy(e);
        }
    }
}
