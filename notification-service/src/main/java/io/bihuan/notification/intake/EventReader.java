package io.bihuan.notification.intake;

import static io.bihuan.notification.deadletter.BrokenRecordException.Reason.BAD_JSON;
import static io.bihuan.notification.deadletter.BrokenRecordException.Reason.CONTRACT_VIOLATED;
import static io.bihuan.notification.deadletter.BrokenRecordException.Reason.MISSING_FIELD;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadline.HazardChanged;
import io.bihuan.notification.deadline.HazardChanged.Assignee;
import io.bihuan.notification.deadline.HazardChanged.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record into what it says of the hazard. Every event carries the state after its step, so a type that isn't known
 * here is read like any other; only what is wrong and where is the {@code found} event's to say, since others describe
 * other things in a field of the same name.
 */
@ApplicationScoped
class EventReader {

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    HazardChanged read(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        var type = type(record);
        return changed(data(record, HazardEvent.class), type);
    }

    /** What kind of event a record is. */
    static String type(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        var type = record.headers().lastHeader("ce_type");
        if (type == null || type.value() == null) {
            throw new BrokenRecordException(MISSING_FIELD, "header ce_type");
        }
        return new String(type.value(), StandardCharsets.UTF_8);
    }

    /** The record's value as JSON of this form. */
    <T> T data(ConsumerRecord<byte[], byte[]> record, Class<T> form) throws BrokenRecordException {
        if (record.value() == null) {
            throw new BrokenRecordException(BAD_JSON, "the record has no value");
        }
        try {
            var data = json.readValue(record.value(), form);
            if (data == null) {
                throw new BrokenRecordException(BAD_JSON, "null");
            }
            return data;
        } catch (JsonMappingException e) {
            // JSON, but a value of the wrong kind; an empty path means that the whole was no object.
            throw new BrokenRecordException(e.getPath().isEmpty() ? BAD_JSON : CONTRACT_VIOLATED, field(e) + said(e));
        } catch (JsonProcessingException e) {
            throw new BrokenRecordException(BAD_JSON, said(e));
        } catch (IOException e) {
            throw new BrokenRecordException(BAD_JSON, String.valueOf(e.getMessage()));
        }
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> (part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName()) + ": ")
                .collect(joining());
    }

    private static String said(JsonProcessingException e) {
        return e.getOriginalMessage() == null ? e.getClass().getSimpleName() : e.getOriginalMessage();
    }

    private static HazardChanged changed(HazardEvent event, String type) throws BrokenRecordException {
        int version = required(event.version(), "version");
        int round = required(event.round(), "round");
        if (version < 1) {
            throw new BrokenRecordException(CONTRACT_VIOLATED, "version: " + version + " is less than 1");
        }
        if (round < 1) {
            throw new BrokenRecordException(CONTRACT_VIOLATED, "round: " + round + " is less than 1");
        }
        return new HazardChanged(
                required(event.hazardId(), "hazardId"),
                version,
                required(event.number(), "number"),
                required(event.status(), "status"),
                required(event.grade(), "grade"),
                required(event.districtCode(), "districtCode"),
                round,
                event.dueAt() == null ? null : stored(event.dueAt()),
                stored(required(event.at(), "at")),
                stored(required(event.recordedAt(), "recordedAt")),
                "hazard.found".equals(type) ? finding(event) : null,
                assignee(event));
    }

    private static Finding finding(HazardEvent event) throws BrokenRecordException {
        return new Finding(required(event.description(), "description"), event.siteName());
    }

    private static @Nullable Assignee assignee(HazardEvent event) throws BrokenRecordException {
        if (event.unit() == null) {
            return null;
        }
        var person = event.responsible();
        return new Assignee(
                required(event.unit().name(), "unit.name"),
                event.unit().code(),
                person == null ? null : person.name(),
                person == null ? null : person.phone());
    }

    /** PostgreSQL keeps microseconds, and a deadline must equal itself after it was kept. */
    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static <T> T required(@Nullable T value, String field) throws BrokenRecordException {
        if (value == null) {
            throw new BrokenRecordException(MISSING_FIELD, field);
        }
        return value;
    }
}
