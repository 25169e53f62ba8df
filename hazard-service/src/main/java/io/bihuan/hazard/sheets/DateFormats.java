package io.bihuan.hazard.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Tells which numbers of a workbook are dates: those whose format shows them as such. A date is a count of days, 1 being
 * the first of January 1900 (or of 1904 with 0), its time of day the fraction.
 */
final class DateFormats {

    private enum Shown {
        NUMBER,
        DAY,
        TIME
    }

    /** Numbers of formats that every workbook has without naming them (ECMA-376, part 1, 18.8.30), Chinese ones included. */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 47, 55, 56);

    /** What a format code says literally: quoted, escaped, in brackets, or as padding. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]|General");

    private static final double LAST_DAY = 2_958_466;

    private final List<Shown> byStyle;
    private final boolean since1904;

    private DateFormats(List<Shown> byStyle, boolean since1904) {
        this.byStyle = byStyle;
        this.since1904 = since1904;
    }

    static DateFormats none(boolean since1904) {
        return new DateFormats(List.of(), since1904);
    }

    static DateFormats read(Xml styles, boolean since1904) throws XMLStreamException {
        Map<String, String> codes = new HashMap<>();
        List<Shown> byStyle = new ArrayList<>();
        Set<String> wanted = Set.of("numFmt", "cellXfs", "dxfs");
        for (String name = styles.next(wanted, "styleSheet");
                name != null && !name.equals("dxfs");
                name = styles.next(wanted, "styleSheet")) {
            if (name.equals("numFmt")) {
                codes.put(String.valueOf(styles.attribute("numFmtId")), String.valueOf(styles.attribute("formatCode")));
            } else {
                while (styles.next(Set.of("xf"), "cellXfs") != null) {
                    byStyle.add(shown(String.valueOf(styles.attribute("numFmtId")), codes));
                }
            }
        }
        return new DateFormats(byStyle, since1904);
    }

    /**
     * A number as the text that a person would type: an ISO date or time where it is shown as one, otherwise its digits
     * without exponent, of which a spreadsheet keeps 15.
     */
    String text(String number, @Nullable String style) {
        double value;
        try {
            value = Double.parseDouble(number);
        } catch (NumberFormatException noNumber) {
            return number;
        }
        Shown shown = shown(style);
        if (shown == Shown.NUMBER || !(value >= 0 && value < LAST_DAY)) {
            return Double.isFinite(value)
                    ? BigDecimal.valueOf(value)
                            .round(new MathContext(15))
                            .stripTrailingZeros()
                            .toPlainString()
                    : number;
        }
        LocalDateTime time = time(value);
        if (shown == Shown.DAY && time.equals(time.truncatedTo(ChronoUnit.DAYS))) {
            return time.toLocalDate().toString();
        }
        return value < 1 && shown == Shown.TIME ? time.toLocalTime().toString() : time.toString();
    }

    private LocalDateTime time(double days) {
        LocalDate first;
        if (since1904) {
            first = LocalDate.of(1904, 1, 1);
        } else {
            // The calendar that spreadsheets inherited has a 29 February 1900, as day 60.
            first = days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        }
        long millis = Math.round((days - Math.floor(days)) * 86_400_000);
        return first.plusDays((long) Math.floor(days)).atStartOfDay().plus(millis, ChronoUnit.MILLIS);
    }

    private Shown shown(@Nullable String style) {
        if (style == null || !style.matches("[0-9]{1,9}")) {
            return Shown.NUMBER;
        }
        int index = Integer.parseInt(style);
        return index < byStyle.size() ? byStyle.get(index) : Shown.NUMBER;
    }

    private static Shown shown(String id, Map<String, String> codes) {
        String code = codes.get(id);
        if (code == null) {
            int known = id.matches("[0-9]{1,4}") ? Integer.parseInt(id) : 0;
            return DAYS.contains(known) ? Shown.DAY : TIMES.contains(known) ? Shown.TIME : Shown.NUMBER;
        }
        String letters = LITERAL.matcher(code.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
        if (letters.contains("[")) {
            return Shown.NUMBER;
        }
        boolean time = letters.matches("(?s).*[hs].*");
        return time ? Shown.TIME : letters.matches("(?s).*[ymd].*") ? Shown.DAY : Shown.NUMBER;
    }
}
