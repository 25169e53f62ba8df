package io.bihuan.hazard.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;

/** How official Chinese writes what the history holds as codes and instants. A document is Chinese whoever asks for it. */
final class Wording {

    /** Where there is nothing to say. */
    static final String NOTHING = "—";

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "documents/words",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private final ZoneId zone;

    Wording(ZoneId zone) {
        this.zone = zone;
    }

    /** The word for a code, such as {@code grade.MAJOR}; the code itself where we have none. */
    String word(String kind, JsonNode code) {
        String text = code.asText("");
        String key = kind + "." + text;
        return text.isEmpty() ? NOTHING : WORDS.containsKey(key) ? WORDS.getString(key) : text;
    }

    /** Such as 2026年5月3日. */
    String day(Instant at) {
        return day(at.atZone(zone).toLocalDateTime());
    }

    private static String day(LocalDateTime at) {
        return "%d年%d月%d日".formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth());
    }

    /** A deadline at the end of a day is 24:00 of that day: 2026年5月10日24时. */
    String deadline(JsonNode dueAt) {
        if (dueAt.asText("").isEmpty()) {
            return NOTHING;
        }
        LocalDateTime due = Instant.parse(dueAt.asText()).atZone(zone).toLocalDateTime();
        if (due.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return day(due.minusDays(1)) + "24时";
        }
        return day(due) + (due.getMinute() == 0 ? "%d时" : "%d时%02d分").formatted(due.getHour(), due.getMinute());
    }

    /** In yuan, with fen where there are any. */
    String money(JsonNode funds) {
        if (!funds.isNumber()) {
            return NOTHING;
        }
        BigDecimal yuan = funds.decimalValue();
        return (yuan.stripTrailingZeros().scale() <= 0 ? yuan.toBigInteger() : yuan.setScale(2)) + "元";
    }

    /** A text as it was written, without what no XML document can hold (XML 1.0, 2.2). */
    static String text(JsonNode text) {
        StringBuilder plain = new StringBuilder();
        text.asText("")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Wording::isXml)
                .forEach(plain::appendCodePoint);
        return plain.isEmpty() ? NOTHING : plain.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}
