package io.bihuan.stack.season;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * How cold the days are, by the calendar, and one week in which it is much colder.
 *
 * @param wave the first day of that week
 */
record Cold(LocalDate wave) {

    private static final int DAYS = 7;
    private static final double IN_THE_WAVE = 2.6;
    private static final double MORE_OF_ALL = 1.5;

    boolean wave(LocalDate day) {
        return !day.isBefore(wave) && day.isBefore(wave.plusDays(DAYS));
    }

    /** How much of what is about heat comes up, compared with an ordinary week of the heating season. */
    double heating(LocalDate day) {
        return byCalendar(MonthDay.from(day)) * (wave(day) ? IN_THE_WAVE : 1);
    }

    /** How much comes up in all, compared with an ordinary day. */
    double all(LocalDate day) {
        return wave(day) ? MORE_OF_ALL : 1;
    }

    /** Heating begins on 15 October and ends on 15 April, its trials a month before. */
    private static double byCalendar(MonthDay day) {
        int place = day.getMonthValue() * 100 + day.getDayOfMonth();
        if (place >= 1101 || place <= 228) {
            return 1.5;
        }
        if (place >= 1015 || place <= 415) {
            return 1;
        }
        return place >= 915 ? 0.4 : 0.15;
    }
}
