package io.bihuan.reporting.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A CloudEvent on its way to a topic. */
public record Event(String topic, @Nullable String key, String type, String data) {

    public static final String HAZARDS = "hazard.events";
    public static final String DISTRICTS = "district.events";
    public static final String NOTIFICATIONS = "notification.events";

    public static Event ofHazard(String key, String type, String json) {
        return new Event(HAZARDS, key, type, json);
    }

    public static Event ofEscalation(UUID hazard, String at) {
        String json = """
                {"hazardId": "%s", "version": 1, "number": "N-%1$s", "districtCode": "6301", "grade": "GENERAL", "round": 1,
                 "dueAt": "2026-05-10T16:00:00Z", "step": "REMIND", "level": 1, "document": null, "ladderVersion": 1,
                 "at": "%s", "recordedAt": "%2$s", "told": []}""".formatted(hazard, at);
        return new Event(NOTIFICATIONS, hazard.toString(), "hazard.escalated", json);
    }

    public static Event ofDistrict(String code, int version, String name) {
        String json = """
                {"districtCode": "%s", "version": %d, "name": "%s", "parentCode": null, "level": "COUNTY",
                 "at": "2026-01-01T00:00:00Z", "recordedAt": "2026-01-01T00:00:00Z", "by": null}""".formatted(code, version, name);
        return new Event(DISTRICTS, code, "district.registered", json);
    }

    /** From a moment on what bears one code lies in another district. */
    public static Event ofMove(String code, int version, String into, String from) {
        String json = """
                {"districtCode": "%s", "version": %d, "into": "%s", "from": "%s",
                 "at": "2026-01-01T00:00:00Z", "recordedAt": "2026-01-01T00:00:00Z", "by": null}""".formatted(code, version, into, from);
        return new Event(DISTRICTS, code, "district.moved", json);
    }

    ProducerRecord<byte[], byte[]> record() {
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, key == null ? null : bytes(key), bytes(data));
        Map.of("ce_specversion", "1.0", "ce_type", type, "ce_source", "/hazard-service")
                .forEach((name, value) -> sent.headers().add(name, bytes(value)));
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
