package io.bihuan.reporting.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bihuan.reporting.intake.BrokenRecordException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record that holds a CloudEvent in binary mode: what it is about stands in its headers, its JSON data is the value. */
final class CloudEvent {

    private static final Pattern DISTRICT_CODE = Pattern.compile("[0-9A-Z]{2,12}");

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private CloudEvent() {}

    static String type(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        Header type = event.headers().lastHeader("ce_type");
        if (type == null || type.value() == null || type.value().length == 0) {
            throw unreadable("no header ce_type", null);
        }
        return new String(type.value(), StandardCharsets.UTF_8);
    }

    static <T> T data(ConsumerRecord<byte[], byte[]> event, Class<T> type) throws BrokenRecordException {
        if (event.value() == null) {
            throw unreadable("no data", null);
        }
        try {
            T data = JSON.readValue(event.value(), type);
            if (data == null) {
                throw unreadable("the data is null", null);
            }
            return data;
        } catch (JacksonException e) {
            throw unreadable(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    static <T> T required(String name, @Nullable T value) throws BrokenRecordException {
        if (value == null) {
            throw unreadable("no " + name, null);
        }
        return value;
    }

    static int positive(String name, @Nullable Integer value) throws BrokenRecordException {
        int number = required(name, value);
        if (number < 1) {
            throw unreadable("%s is %d and must be 1 or more".formatted(name, number), null);
        }
        return number;
    }

    static String districtCode(@Nullable String value) throws BrokenRecordException {
        String code = required("districtCode", value);
        if (!DISTRICT_CODE.matcher(code).matches()) {
            throw unreadable("districtCode is '%s' and must match %s".formatted(code, DISTRICT_CODE), null);
        }
        return code;
    }

    private static BrokenRecordException unreadable(String detail, @Nullable Throwable cause) {
        return new BrokenRecordException(Reason.UNREADABLE, detail, cause);
    }
}
