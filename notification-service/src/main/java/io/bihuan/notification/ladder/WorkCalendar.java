package io.bihuan.notification.ladder;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which days are worked: Monday to Friday, but for what the yearly notices on holidays say. Of a year without a notice
 * that is all that is known: a reminder on the wrong side of a holiday helps more than none.
 *
 * @param named the days that the notices name, and whether they are worked: a holiday is not, a weekend day that makes up
 *     for one (调休上班) is
 */
public record WorkCalendar(Map<LocalDate, Boolean> named) implements Days {

    /** Without any notice. */
    public static final WorkCalendar PLAIN = new WorkCalendar(Map.of());

    public WorkCalendar {
        named = Map.copyOf(named);
    }

    /** Whether the day is worked. */
    public boolean works(LocalDate day) {
        var said = named.get(day);
        return said != null ? said : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Counts worked days only: 1 is the first one after the day, −1 the last one before it, 0 the day itself, worked or not. */
    @Override
    public LocalDate from(LocalDate day, int days) {
        var reached = day;
        for (int left = Math.abs(days); left > 0; ) {
            reached = reached.plusDays(Integer.signum(days));
            if (works(reached)) {
                left--;
            }
        }
        return reached;
    }
}
