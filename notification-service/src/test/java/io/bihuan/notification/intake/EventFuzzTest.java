package io.bihuan.notification.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bihuan.notification.deadletter.BrokenRecordException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventFuzzTest {

    private interface Reader {
        @Nullable
        Object read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException;
    }

    private static final EventReader EVENTS =
            new EventReader(JsonMapper.builder().addModule(new JavaTimeModule()).build());
    private static final List<Reader> READERS = List.of(
            EVENTS::read,
            new BriefingReader(EVENTS)::read,
            new CalendarReader(EVENTS)::read,
            new DistrictReader(EVENTS)::read);

    static Stream<Arguments> events() {
        return Stream.of(
                event("hazard.found", """
                        {"hazardId": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "version": 1, "number": "n", "status": "FOUND",
                         "grade": "MAJOR", "districtCode": "630102", "round": 1, "dueAt": "2026-05-09T00:30:00Z",
                         "at": "2026-05-09T00:30:00Z", "recordedAt": "2026-05-09T00:30:00+08:00", "description": "d",
                         "unit": {"code": "c", "name": "n"}, "responsible": {"name": "n", "phone": "1"}}"""),
                event("briefing.issued", """
                        {"districtCode": "63", "kind": "WEEKLY", "period": "2026-W18", "number": "1", "at": 1e400}"""),
                event("calendar.registered", """
                        {"year": 2026, "version": 1, "days": [{"date": "2026-01-01", "name": "元旦", "kind": "HOLIDAY"}, null],
                         "at": "2026-01-01T00:00:00Z"}"""),
                event("district.registered", """
                        {"districtCode": "63", "version": 1, "name": "n"}"""),
                arguments(null, null),
                event("", "null"));
    }

    private static Arguments event(String type, String data) {
        return arguments(type.getBytes(UTF_8), data.getBytes(UTF_8));
    }

    @MethodSource("events")
    @FuzzTest
    void aRecordIsReadOrBroken(byte @Nullable [] type, byte @Nullable [] data) {
        for (var reader : READERS) {
            var event = new ConsumerRecord<>("events", 0, 0, new byte[0], data);
            event.headers().add("ce_type", type);
            try {
                reader.read(event);
            } catch (BrokenRecordException broken) {
                // As it should be.
            }
        }
    }
}
