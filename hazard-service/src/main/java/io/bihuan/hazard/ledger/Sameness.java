package io.bihuan.hazard.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a cell that came back says the same as the one that went out, however a spreadsheet writes it now. */
final class Sameness {

    /** As sheets write dates, and as spreadsheets save them in CSV. */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "uuuu-M-d['T'H:mm[:ss][.SSS]]", "uuuu-M-d H:mm[:ss]", "uuuu/M/d[ H:mm[:ss]]")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
            .toList();

    private Sameness() {}

    static boolean of(@Nullable Object ours, String theirs) {
        if (ours instanceof LocalDate day) {
            TemporalAccessor read = read(theirs);
            return read instanceof LocalDateTime time
                    ? time.toLocalDate().equals(day) && time.toLocalTime().isBefore(LocalTime.of(0, 0, 2))
                    : day.equals(read);
        }
        if (ours instanceof LocalDateTime time) {
            TemporalAccessor read = read(theirs);
            return read instanceof LocalDate day
                    ? time.toLocalDate().equals(day)
                    : time.equals(read) || time.truncatedTo(ChronoUnit.MINUTES).equals(read);
        }
        if (ours instanceof Number number) {
            return number(theirs) != null && new BigDecimal(number.toString()).compareTo(number(theirs)) == 0;
        }
        return ours != null && plain(ours.toString()).equals(plain(theirs));
    }

    private static @Nullable TemporalAccessor read(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return format.parseBest(text, LocalDateTime::from, LocalDate::from);
            } catch (DateTimeException notThisForm) {
                continue;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static String plain(String text) {
        return text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }
}
