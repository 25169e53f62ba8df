package io.bihuan.hazard.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked: Monday to Friday, but for what the yearly notices say.
 *
 * @param named the days that the notices name
 * @param years whose notices are on file; of other years nothing is known
 */
record WorkCalendar(Map<LocalDate, CalendarDay> named, Set<Integer> years) {

    static WorkCalendar of(Collection<YearCalendar> onFile) {
        return of(
                onFile.stream().map(YearCalendar::days).flatMap(List::stream).toList(),
                onFile.stream().map(YearCalendar::year).collect(Collectors.toUnmodifiableSet()));
    }

    static WorkCalendar of(Collection<CalendarDay> days, Set<Integer> years) {
        return new WorkCalendar(
                days.stream().collect(Collectors.toUnmodifiableMap(CalendarDay::date, Function.identity())), years);
    }

    /** @throws UnknownYear if the day lies in a year whose notice is not on file */
    boolean isWorked(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new UnknownYear(day.getYear());
        }
        CalendarDay said = named.get(day);
        return said == null ? !isWeekend(day) : said.kind() == CalendarDay.Kind.WORKDAY;
    }

    /** What the notices call the day; null if they say nothing of it. */
    @Nullable
    String name(LocalDate day) {
        CalendarDay said = named.get(day);
        return said == null ? null : said.name();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Nobody can say yet, or any more, which days of a year are worked. */
    static final class UnknownYear extends RuntimeException {

        private final int year;

        UnknownYear(int year) {
            super("no calendar of " + year, null, false, false); // an answer, and given often in a trial
            this.year = year;
        }

        int year() {
            return year;
        }
    }
}
