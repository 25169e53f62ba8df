package io.bihuan.hazard.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bihuan.hazard.escalation.BrokenRecordException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads a record of {@code notification.events}. */
@ApplicationScoped
class EscalationReader {

    private static final String ESCALATED = "hazard.escalated";

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Validator validator;

    EscalationReader(Validator validator) {
        this.validator = validator;
    }

    /** What a record tells of an escalation; empty if it tells of something else, which is not this service's business. */
    Optional<EscalationEvent> read(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        Header type = record.headers().lastHeader("ce_type");
        if (type == null || type.value() == null) {
            throw new BrokenRecordException(Reason.UNREADABLE, "no header ce_type");
        }
        return new String(type.value(), UTF_8).equals(ESCALATED)
                ? Optional.of(checked(parse(record)))
                : Optional.empty();
    }

    private static EscalationEvent parse(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        if (record.value() == null) {
            throw new BrokenRecordException(Reason.UNREADABLE, "no data");
        }
        try {
            EscalationEvent event = JSON.readValue(record.value(), EscalationEvent.class);
            if (event == null) {
                throw new BrokenRecordException(Reason.UNREADABLE, "the data is null");
            }
            return event;
        } catch (JacksonException e) {
            throw new BrokenRecordException(Reason.UNREADABLE, e.getOriginalMessage());
        } catch (IOException e) {
            throw new BrokenRecordException(Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private EscalationEvent checked(EscalationEvent event) throws BrokenRecordException {
        String wrong = validator.validate(event).stream()
                .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .sorted()
                .collect(joining("; "));
        if (!wrong.isEmpty()) {
            throw new BrokenRecordException(Reason.UNREADABLE, wrong);
        }
        return event;
    }
}
