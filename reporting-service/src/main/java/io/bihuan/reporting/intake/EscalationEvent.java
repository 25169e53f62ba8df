package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.facts.Escalation;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code hazard.escalated} ({@code contracts/notification-events}): whatever the step, the figures
 * only ask whether there was one, and when.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EscalationEvent(@Nullable UUID hazardId, @Nullable Instant at) {

    private static final String ESCALATED = "hazard.escalated";

    /** The escalation that a record tells of; null if it tells of something else, which the figures don't ask for. */
    static @Nullable Escalation read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        if (!CloudEvent.type(event).equals(ESCALATED)) {
            return null;
        }
        EscalationEvent told = CloudEvent.data(event, EscalationEvent.class);
        return new Escalation(CloudEvent.required("hazardId", told.hazardId()), CloudEvent.moment("at", told.at()));
    }
}
