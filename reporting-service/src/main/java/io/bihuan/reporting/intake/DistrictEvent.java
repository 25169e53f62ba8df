package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.facts.District;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of an event of {@code district.events} ({@code contracts/district-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record DistrictEvent(
        @Nullable String districtCode,
        @Nullable Integer version,
        @Nullable String name) {

    /** The district that a record tells of. */
    static District read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        DistrictEvent told = CloudEvent.data(event, DistrictEvent.class);
        return new District(
                CloudEvent.districtCode(told.districtCode()),
                CloudEvent.positive("version", told.version()),
                CloudEvent.required("name", told.name()));
    }
}
