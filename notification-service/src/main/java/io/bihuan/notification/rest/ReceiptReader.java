package io.bihuan.notification.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.bihuan.notification.delivery.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.CharConversionException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a receipt from the very bytes that were signed. What no database keeps is refused by its field, or left out. */
@ApplicationScoped
class ReceiptReader {

    private static final Pattern UNKEPT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** PostgreSQL knows more years, but no calendar of people does. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final ObjectMapper json;
    private final Problems problems;
    private final InstantSource time;

    ReceiptReader(ObjectMapper json, Problems problems, InstantSource time) {
        this.json = json;
        this.problems = problems;
        this.time = time;
    }

    Receipt read(byte[] body) {
        var said = parse(body);
        var violations = new ArrayList<Violation>();
        if (said.messageId() == null && said.gatewayId() == null) {
            violations.add(problems.violation("messageId", "either-id"));
        }
        if (said.gatewayId() != null && UNKEPT.matcher(said.gatewayId()).find()) {
            violations.add(problems.violation("gatewayId", "value"));
        }
        if (said.state() == null) {
            violations.add(problems.violation("state", "required"));
        }
        var at = said.deliveredAt() == null ? time.instant() : said.deliveredAt();
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            violations.add(problems.violation("deliveredAt", "value"));
        }
        if (!violations.isEmpty()) {
            throw problems.invalid(violations);
        }
        return new Receipt(
                "http",
                said.messageId(),
                said.gatewayId(),
                said.state() == ReceiptBody.State.DELIVERED,
                at,
                said.failure() == null
                        ? "the gateway could not deliver it"
                        : UNKEPT.matcher(said.failure()).replaceAll("?"));
    }

    private ReceiptBody parse(byte[] body) {
        try {
            var said = json.readValue(body, ReceiptBody.class);
            if (said != null) {
                return said;
            }
        } catch (UnrecognizedPropertyException e) {
            throw problems.invalid(List.of(problems.violation(e.getPropertyName(), "unknown-field")));
        } catch (JsonMappingException e) {
            var field = field(e);
            if (field != null) {
                throw problems.invalid(List.of(problems.violation(field, "value")));
            }
        } catch (JsonProcessingException | CharConversionException e) {
            throw problems.invalid(List.of(problems.violation("", "json")));
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can always be read", e);
        }
        throw problems.invalid(List.of(problems.violation("", "json")));
    }

    private static @Nullable String field(JsonMappingException e) {
        return e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
    }
}
