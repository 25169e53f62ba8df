package io.bihuan.notification.delivery.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.notification.delivery.Handover;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the gateway's answer says of the message that it was handed. */
final class Verdict {

    /** As the contract has it, of characters that a database keeps: what can't be kept would hold up all that comes with it. */
    private static final Pattern ID = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,128}");

    /** What comes back; {@code contracts/sms-gateway/accepted.schema.json}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Taken(@Nullable String gatewayId) {}

    private final ObjectMapper json;

    Verdict(ObjectMapper json) {
        this.json = json;
    }

    Handover of(int status, byte[] answer) {
        var said = "the gateway answered " + status;
        return switch (status / 100) {
            case 2 -> accepted(answer, said);
            // 408 Request Timeout and 429 Too Many Requests ask for another try.
            case 4 -> status == 408 || status == 429 ? new Handover.NotTaken(said) : new Handover.Refused(said);
            // 502 Bad Gateway and 504 Gateway Timeout come from a proxy that may have passed it on.
            case 5 -> status == 502 || status == 504 ? new Handover.Unclear(said) : new Handover.NotTaken(said);
            default -> new Handover.Refused(said);
        };
    }

    private Handover accepted(byte[] answer, String said) {
        try {
            var taken = json.readValue(answer, Taken.class);
            var id = taken == null ? null : taken.gatewayId();
            return id == null || !ID.matcher(id).matches()
                    ? new Handover.Unclear(said + " without a gatewayId")
                    : new Handover.Accepted(List.of(id));
        } catch (IOException e) {
            return new Handover.Unclear(said + " with something that is not JSON");
        }
    }
}
