package io.bihuan.notification.intake;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.duty.IssuedBriefing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record into the issued briefing that it tells of. */
@ApplicationScoped
class BriefingReader {

    private static final String ISSUED = "briefing.issued";

    private final EventReader reader;

    BriefingReader(EventReader reader) {
        this.reader = reader;
    }

    /** Nothing if it tells of something else, which is none of this service's business. */
    Optional<IssuedBriefing> read(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        if (!EventReader.type(record).equals(ISSUED)) {
            return Optional.empty();
        }
        var event = reader.data(record, BriefingEvent.class);
        return Optional.of(new IssuedBriefing(
                EventReader.required(event.districtCode(), "districtCode"),
                EventReader.required(event.kind(), "kind"),
                EventReader.required(event.period(), "period"),
                EventReader.required(event.number(), "number"),
                EventReader.required(event.at(), "at").truncatedTo(ChronoUnit.MICROS)));
    }
}
