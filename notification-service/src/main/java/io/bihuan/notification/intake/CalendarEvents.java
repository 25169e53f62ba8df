package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadletter.Source;
import io.bihuan.notification.deadline.Calendars;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topic {@code calendar.events}: a few records a year, so each is a transaction of its own. */
@ApplicationScoped
class CalendarEvents implements Source {

    private static final PassingFailure PASSING = new PassingFailure();

    private final CalendarReader reader;
    private final Patience patience;
    private final Calendars calendars;
    private final DeadLetters deadLetters;
    private final String topic;

    CalendarEvents(
            CalendarReader reader,
            Patience patience,
            Calendars calendars,
            DeadLetters deadLetters,
            @ConfigProperty(name = "mp.messaging.incoming.calendar-events.topic") String topic) {
        this.reader = reader;
        this.patience = patience;
        this.calendars = calendars;
        this.deadLetters = deadLetters;
        this.topic = topic;
    }

    @Incoming("calendar-events")
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

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public boolean readAgain(ConsumerRecord<byte[], byte[]> dead) throws BrokenRecordException, SQLException {
        var calendar = reader.read(dead);
        try {
            return calendars.follow(calendar);
        } catch (RuntimeException | SQLException e) {
            if (PASSING.test(e)) {
                throw e;
            }
            throw BrokenRecordException.causedBy(e);
        }
    }
}
