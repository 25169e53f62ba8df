package io.bihuan.reporting.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventFuzzTest {

    private static final List<Intake.Reading<?>> READINGS = List.of(
            HazardEvent::read,
            EscalationEvent::read,
            DistrictEvent::read,
            SiteEvent::read,
            UnitEvent::read,
            InspectionEvent::read,
            TrainingEvent::read,
            CampaignEvent::read);

    static Stream<Arguments> events() {
        return Stream.of(
                event("hazard.found", """
                        {"hazardId": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "version": 1, "districtCode": "630102",
                         "grade": "MAJOR", "category": "PIPELINE", "source": "EXPERT", "status": "FOUND", "round": 1,
                         "dueAt": "2026-05-09T00:30:00Z", "at": "+999999999-12-31T23:59:59Z", "funds": 1e999999999}"""),
                event("district.moved", """
                        {"districtCode": "630102", "into": "630103", "from": "2026-05-09T00:30:00Z"}"""),
                event("inspection.held", """
                        {"inspectionId": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "version": 1, "siteCode": "s",
                         "siteKind": "RESTAURANT", "districtCode": "63", "checked": 1, "failed": 0, "hazardIds": [null],
                         "fixedOnSpot": 0, "clean": true, "at": "2026-05-09T00:30:00Z"}"""),
                event("training.voided", """
                        {"trainingId": "0199f3a0-5b7c-7d11-9a3e-0000000000a1", "version": 2, "districtCode": "63",
                         "audience": "STAFF", "people": 1, "heldAt": "2026-05-09T00:30:00Z", "at": 1e18}"""),
                event("campaign.registered", """
                        {"campaignCode": "c", "version": 1, "name": "n", "period": {"from": "2026-01-01", "to": "2026-12-31"},
                         "phases": [null], "districts": [null], "siteKinds": [null], "targets": {"coverage": 1, "closure": 1e-999999999}}"""),
                arguments(null, null),
                event("", "null"));
    }

    private static Arguments event(String type, String data) {
        return arguments(type.getBytes(UTF_8), data.getBytes(UTF_8));
    }

    @MethodSource("events")
    @FuzzTest
    void aRecordIsReadOrBroken(byte @Nullable [] type, byte @Nullable [] data) {
        for (var reading : READINGS) {
            ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>("events", 0, 0, null, data);
            event.headers().add("ce_type", type);
            try {
                reading.read(event);
            } catch (BrokenRecordException broken) {
                assertThat(broken.detail()).isNotEmpty();
            }
        }
    }
}
