package io.bihuan.notification.duty;

import io.bihuan.notification.duty.Rhythm.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A period as people call it, in Chinese or English. */
final class PeriodWords {

    private PeriodWords() {}

    static String of(Kind kind, String period, Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return switch (kind) {
            case DAILY -> LocalDate.parse(period).format(english ? pattern("d MMMM yyyy") : pattern("yyyy年M月d日"));
            case WEEKLY -> {
                var year = period.substring(0, 4);
                int week = Integer.parseInt(period.substring(6));
                yield english ? "week %d of %s".formatted(week, year) : "%s年第%d周".formatted(year, week);
            }
            case MONTHLY -> YearMonth.parse(period).format(english ? pattern("MMMM yyyy") : pattern("yyyy年M月"));
        };
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
