package io.bihuan.notification.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic {@code district.events}: a district changes once in years, so each record is a transaction of its own. */
@ApplicationScoped
class DistrictEvents {

    private static final PassingFailure PASSING = new PassingFailure();

    private final DistrictReader reader;
    private final Patience patience;
    private final DeadLetters deadLetters;

    DistrictEvents(DistrictReader reader, Patience patience, DeadLetters deadLetters) {
        this.reader = reader;
        this.patience = patience;
        this.deadLetters = deadLetters;
    }

    @Incoming("district-events")
    @Blocking
    void take(ConsumerRecord<byte[], byte[]> record) throws SQLException {
        try {
            patience.follow(reader.read(record));
        } catch (BrokenRecordException e) {
            deadLetters.send(record, e);
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            deadLetters.send(record, BrokenRecordException.causedBy(e));
        }
    }
}
