package io.bihuan.notification.duty;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * The days of every year on which a duty is due, both ends with it. A season that ends before it begins goes over New Year.
 *
 * @param from the first day
 * @param to the last day
 */
public record Season(MonthDay from, MonthDay to) {

    /** 采暖期 of Qinghai: 15 October to 15 April. */
    public static final Season HEATING = new Season(MonthDay.of(10, 15), MonthDay.of(4, 15));

    /** Whether the day lies within it. */
    public boolean contains(LocalDate day) {
        var date = MonthDay.from(day);
        boolean begun = !date.isBefore(from);
        boolean notOver = !date.isAfter(to);
        return from.isAfter(to) ? begun || notOver : begun && notOver;
    }
}
