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

    private static final String REGISTERED = "district.registered";

    /** The district as it now stands on file; null if the record tells something else of it. */
    static @Nullable District read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        if (!CloudEvent.type(event).equals(REGISTERED)) {
            return null;
        }
        DistrictEvent told = CloudEvent.data(event, DistrictEvent.class);
        return new District(
                CloudEvent.districtCode(told.districtCode()),
                CloudEvent.positive("version", told.version()),
                CloudEvent.required("name", told.name()));
    }
}
