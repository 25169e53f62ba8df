package io.bihuan.notification.delivery.smpp;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter.Message_payload;
import org.jsmpp.bean.OptionalParameter.Message_state;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;
import org.jspecify.annotations.Nullable;

/**
 * What the message centre says of the end of a part, in the optional parameters meant for it or in the text that appendix
 * B of SMPP 3.4 suggests; carriers send either or both, and vary the text.
 *
 * @param id of the part, the message centre's
 * @param state such as {@code DELIVRD}
 * @param error the network's error code; null if there is none
 * @param done when it ended, to the minute, in the message centre's local time; null if it does not say
 */
record StateReport(
        String id,
        String state,
        @Nullable String error,
        @Nullable LocalDateTime done) {

    private static final String DELIVERED = "DELIVRD";

    private static final Pattern ON_THE_WAY = Pattern.compile("ENROUTE|ACCEPTD|SCHEDULED");

    private static final Map<Integer, String> STATES = Map.of(
            0,
            "SCHEDULED",
            1,
            "ENROUTE",
            2,
            DELIVERED,
            3,
            "EXPIRED",
            4,
            "DELETED",
            5,
            "UNDELIV",
            6,
            "ACCEPTD",
            7,
            "UNKNOWN",
            8,
            "REJECTD");

    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7E]{1,65}");
    private static final Pattern ID = field("id", "(" + WORD + ")");
    private static final Pattern STATE = field("stat", "([A-Z0-9:_-]{1,20})");
    private static final Pattern ERROR = field("err", "([A-Z0-9:_-]{1,20})");
    private static final Pattern DONE = field("done date", "([0-9]{10})");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT);

    /** Closer to now than this, our own clock is the more exact. */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    /** Older than this, or to come, it is a mistake. */
    private static final Duration LONG_AGO = Duration.ofDays(7);

    private static final int UCS_2 = 8;

    /** Empty if it says of no part, or not what became of it. */
    static Optional<StateReport> of(DeliverSm deliver) {
        var text = text(deliver);
        var id = Optional.ofNullable(deliver.getOptionalParameter(Receipted_message_id.class))
                .flatMap(parameter -> word(parameter.getValue()))
                .or(() -> found(ID, text));
        var state = Optional.ofNullable(deliver.getOptionalParameter(Message_state.class))
                .map(parameter -> STATES.get((int) parameter.getValue()))
                .or(() -> found(STATE, text));
        if (id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        var done = found(DONE, text).flatMap(StateReport::minute);
        return Optional.of(
                new StateReport(id.get(), state.get(), found(ERROR, text).orElse(null), done.orElse(null)));
    }

    /** Whether another report of the part will come. */
    boolean onTheWay() {
        return ON_THE_WAY.matcher(state).matches();
    }

    boolean delivered() {
        return state.equals(DELIVERED);
    }

    /** Why it was not delivered, for people; null if it was. */
    @Nullable
    String failure() {
        if (delivered()) {
            return null;
        }
        return error == null || error.matches("0*") ? state : state + ", error " + error;
    }

    /** When it ended. */
    Instant at(Instant now, ZoneId zone) {
        if (done == null) {
            return now;
        }
        var said = done.atZone(zone).toInstant();
        var ago = Duration.between(said, now);
        return ago.compareTo(JUST_NOW) <= 0 || ago.compareTo(LONG_AGO) > 0 ? now : said;
    }

    private static String text(DeliverSm deliver) {
        var octets = deliver.getShortMessage() != null && deliver.getShortMessage().length > 0
                ? deliver.getShortMessage()
                : payload(deliver);
        return new String(
                octets, deliver.getDataCoding() == UCS_2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    private static byte[] payload(DeliverSm deliver) {
        var payload = deliver.getOptionalParameter(Message_payload.class);
        return payload == null ? new byte[0] : payload.getValue();
    }

    /** Octet 0 ends it, or should. */
    private static Optional<String> word(byte[] octets) {
        var matcher = WORD.matcher(new String(octets, StandardCharsets.ISO_8859_1));
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Optional<LocalDateTime> minute(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, MINUTE));
        } catch (DateTimeException e) {
            return Optional.empty(); // our own clock will do
        }
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|\\s)" + name + ":\\s?" + value, Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> found(Pattern field, String text) {
        var matcher = field.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
