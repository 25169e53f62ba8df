package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadletter.Source;
import io.bihuan.notification.duty.Duties;
import io.bihuan.notification.duty.IssuedBriefing;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic {@code reporting.events}: a few records a week, so each is a transaction of its own. */
@ApplicationScoped
class BriefingEvents implements Source {

    private static final PassingFailure PASSING = new PassingFailure();

    private final BriefingReader reader;
    private final Patience patience;
    private final Duties duties;
    private final DeadLetters deadLetters;
    private final String topic;

    BriefingEvents(
            BriefingReader reader,
            Patience patience,
            Duties duties,
            DeadLetters deadLetters,
            @ConfigProperty(name = "mp.messaging.incoming.reporting-events.topic") String topic) {
        this.reader = reader;
        this.patience = patience;
        this.duties = duties;
        this.deadLetters = deadLetters;
        this.topic = topic;
    }

    @Incoming("reporting-events")
    @Blocking
    void take(ConsumerRecord<byte[], byte[]> record) throws SQLException {
        try {
            Optional<IssuedBriefing> issued = reader.read(record);
            if (issued.isPresent()) {
                patience.follow(issued.get());
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
        Optional<IssuedBriefing> issued = reader.read(dead);
        try {
            return issued.isPresent() && duties.submit(issued.get());
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            throw BrokenRecordException.causedBy(e);
        }
    }
}
