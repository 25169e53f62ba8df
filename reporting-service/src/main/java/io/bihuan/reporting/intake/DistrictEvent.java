package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.facts.District;
import io.bihuan.reporting.facts.DistrictNews;
import io.bihuan.reporting.facts.Move;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of an event of {@code district.events} ({@code contracts/district-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record DistrictEvent(
        @Nullable String districtCode,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String into,
        @Nullable Instant from) {

    /** What a record tells of a district; null if it is something that no figure depends on. */
    static @Nullable DistrictNews read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        String type = CloudEvent.type(event);
        DistrictEvent told = CloudEvent.data(event, DistrictEvent.class);
        String code = CloudEvent.districtCode(told.districtCode());
        return switch (type) {
            case "district.registered" ->
                new District(
                        code, CloudEvent.positive("version", told.version()), CloudEvent.required("name", told.name()));
            case "district.moved" ->
                new Move(code, CloudEvent.districtCode(told.into()), CloudEvent.moment("from", told.from()));
            default -> null;
        };
    }
}
