package io.bihuan.stack.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/**
 * When offices work.
 *
 * @param named the days that the yearly notices take out of the plain week, and whether they are worked
 */
record WorkingDays(Map<LocalDate, Boolean> named) {

    static final LocalTime OPENING = LocalTime.of(8, 40);
    static final LocalTime CLOSING = LocalTime.of(17, 50);

    WorkingDays {
        named = Map.copyOf(named);
    }

    boolean isWorked(LocalDate day) {
        boolean plain = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return named.getOrDefault(day, plain);
    }

    /** The moment itself if offices are open, otherwise some time in the first hours that they are open again. */
    LocalDateTime atWork(LocalDateTime moment, Dice dice) {
        if (isWorked(moment.toLocalDate())
                && !moment.toLocalTime().isBefore(OPENING)
                && !moment.toLocalTime().isAfter(CLOSING)) {
            return moment;
        }
        var day = moment.toLocalTime().isBefore(OPENING)
                ? moment.toLocalDate()
                : moment.toLocalDate().plusDays(1);
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(OPENING).plusMinutes(dice.whole(0, 150));
    }
}
