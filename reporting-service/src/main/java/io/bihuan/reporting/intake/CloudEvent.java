package io.bihuan.reporting.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bihuan.reporting.intake.BrokenRecordException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record that holds a CloudEvent in binary mode: what it is about stands in its headers, its JSON data is the value. */
final class CloudEvent {

    private static final Pattern DISTRICT_CODE = Pattern.compile("[0-9A-Z]{2,12}");

    private static final int LONGEST_CODE = 64;

    /** As many as any sum of money or share has, on either side of the point: a few bytes may stand for a billion digits. */
    private static final int MOST_DIGITS = 20;

    /** RFC 3339 knows years of four digits and no others; what lies far beyond no calendar reckons with. */
    private static final int LAST_YEAR = 9999;

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

    static int count(String name, @Nullable Integer value) throws BrokenRecordException {
        int number = required(name, value);
        if (number < 0) {
            throw unreadable("%s is %d and must not be negative".formatted(name, number), null);
        }
        return number;
    }

    /** A part of a whole, 0 to 1. */
    static BigDecimal share(String name, @Nullable BigDecimal value) throws BrokenRecordException {
        BigDecimal share = number(name, required(name, value));
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw unreadable("%s must be 0 to 1".formatted(name), null);
        }
        return share;
    }

    /** A number that can be reckoned with. */
    static BigDecimal number(String name, BigDecimal value) throws BrokenRecordException {
        if (value.scale() > MOST_DIGITS || (long) value.precision() - value.scale() > MOST_DIGITS) {
            throw unreadable("%s has more than %d digits".formatted(name, MOST_DIGITS), null);
        }
        return value;
    }

    /** A code of a register or a campaign. The database's indexes refuse a very long one, which waiting would not mend. */
    static String code(String name, @Nullable String value) throws BrokenRecordException {
        String code = required(name, value);
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw unreadable(
                    "%s has %d characters and must have 1 to %d".formatted(name, code.length(), LONGEST_CODE), null);
        }
        return code;
    }

    static @Nullable String codeOrNone(String name, @Nullable String value) throws BrokenRecordException {
        return value == null ? null : code(name, value);
    }

    /** The database keeps microseconds and would round, which could move an event past a moment asked for. */
    static Instant moment(String name, @Nullable Instant value) throws BrokenRecordException {
        Instant moment = required(name, value);
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > LAST_YEAR) {
            throw unreadable("%s is %s and must lie in the years 1 to %d".formatted(name, moment, LAST_YEAR), null);
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
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
