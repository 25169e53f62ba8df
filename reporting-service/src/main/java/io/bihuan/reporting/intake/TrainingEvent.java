package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.training.Audience;
import io.bihuan.reporting.training.Training;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code training.held} and {@code training.voided} ({@code contracts/training-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record TrainingEvent(
        @Nullable UUID trainingId,
        @Nullable Integer version,
        @Nullable String districtCode,
        @Nullable Audience audience,
        @Nullable Integer people,
        @Nullable String campaign,
        @Nullable Instant heldAt,
        @Nullable Instant at) {

    /** The session that a record tells of; null if it tells of something else. */
    static @Nullable Training read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        return switch (CloudEvent.type(event)) {
            case "training.held" -> {
                TrainingEvent told = CloudEvent.data(event, TrainingEvent.class);
                yield told.training(CloudEvent.moment("at", told.at()), null);
            }
            case "training.voided" -> {
                TrainingEvent told = CloudEvent.data(event, TrainingEvent.class);
                yield told.training(CloudEvent.moment("heldAt", told.heldAt()), CloudEvent.moment("at", told.at()));
            }
            default -> null;
        };
    }

    private Training training(Instant held, @Nullable Instant voided) throws BrokenRecordException {
        return new Training(
                CloudEvent.required("trainingId", trainingId),
                CloudEvent.positive("version", version),
                CloudEvent.districtCode(districtCode),
                CloudEvent.required("audience", audience),
                CloudEvent.positive("people", people),
                CloudEvent.codeOrNone("campaign", campaign),
                held,
                voided);
    }
}
