package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.coverage.Unit;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code unit.registered} ({@code contracts/unit-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record UnitEvent(
        @Nullable String unitCode,
        @Nullable Integer version,
        @Nullable String districtCode,
        @Nullable Boolean active,
        @Nullable Instant at) {

    /** The version of a unit's file that a record tells of; null if it tells of something else. */
    static @Nullable Unit read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        if (!CloudEvent.type(event).equals("unit.registered")) {
            return null;
        }
        UnitEvent told = CloudEvent.data(event, UnitEvent.class);
        return new Unit(
                CloudEvent.code("unitCode", told.unitCode()),
                CloudEvent.positive("version", told.version()),
                CloudEvent.districtCode(told.districtCode()),
                CloudEvent.required("active", told.active()),
                CloudEvent.moment("at", told.at()));
    }
}
