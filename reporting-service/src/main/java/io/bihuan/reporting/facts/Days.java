package io.bihuan.reporting.facts;

import io.bihuan.reporting.facts.Cell.Grain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the time in which a question's hazards were found is put together: from days and months whose totals are kept, and from the rest,
 * whose hazards must be looked at. What is found after the moment asked for is no part of it.
 *
 * @param kept whole days and months, one after the other without gaps
 * @param rest what comes before and after them
 */
record Days(List<Range> kept, List<Time> rest) {

    /**
     * Days or months one after the other.
     *
     * @param from the first day, included; null for no bound
     * @param to the last day, excluded
     */
    record Range(Grain grain, @Nullable LocalDate from, LocalDate to) {}

    /**
     * Any stretch of time.
     *
     * @param from included; null for no bound
     * @param to excluded
     */
    record Time(@Nullable Instant from, Instant to) {}

    /** Everything must be looked at. */
    static Days unkept(Question question) {
        return new Days(List.of(), List.of(new Time(question.from(), end(question))));
    }

    /**
     * The usual composition.
     *
     * @param months whether months may be taken whole
     * @param nothingAfter whether nothing was found {@link #afterwards}
     */
    static Days of(Question question, ZoneId zone, boolean months, boolean nothingAfter) {
        String slice = Slice.of(question);
        return slice == null ? unkept(question) : composed(question, zone, months, slice.isEmpty(), nothingAfter);
    }

    /** What all slices have: whole months alone. */
    static Days ofMonths(Question question, ZoneId zone, boolean nothingAfter) {
        return composed(question, zone, true, false, nothingAfter);
    }

    /**
     * From the end of a question's time to the end of its month. If nothing was found then, as a rule because it is still to come, the
     * month is as good as over, and no part of it must be looked at.
     */
    static Time afterwards(Question question, ZoneId zone) {
        Instant end = end(question);
        return new Time(end, monthsEnd(end, zone));
    }

    private static Days composed(Question question, ZoneId zone, boolean months, boolean days, boolean nothingAfter) {
        Instant end = nothingAfter ? monthsEnd(end(question), zone) : end(question);
        LocalDate from = firstDay(question.from(), zone);
        LocalDate to = LocalDate.ofInstant(end, zone);
        List<Range> kept = new ArrayList<>();
        if (months) {
            LocalDate firstMonth = from == null || from.getDayOfMonth() == 1
                    ? from
                    : from.withDayOfMonth(1).plusMonths(1);
            LocalDate lastMonth = to.withDayOfMonth(1);
            add(kept, Grain.D, from, firstMonth == null ? null : earlier(firstMonth, to));
            add(kept, Grain.M, firstMonth, lastMonth);
            add(kept, Grain.D, firstMonth == null ? lastMonth : later(firstMonth, lastMonth), to);
        } else {
            add(kept, Grain.D, from, to);
        }
        if (!days) {
            kept.removeIf(range -> range.grain() == Grain.D);
        }
        if (kept.isEmpty()) {
            return unkept(question);
        }
        List<Time> rest = new ArrayList<>();
        LocalDate begin = kept.get(0).from();
        if (begin != null && question.from() != null) {
            add(rest, question.from(), begin.atStartOfDay(zone).toInstant());
        }
        add(rest, kept.get(kept.size() - 1).to().atStartOfDay(zone).toInstant(), end);
        return new Days(kept, rest);
    }

    /** The time that the kept days and months make up; null if there are none. */
    @Nullable
    Time whole(ZoneId zone) {
        if (kept.isEmpty()) {
            return null;
        }
        LocalDate from = kept.get(0).from();
        return new Time(
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                kept.get(kept.size() - 1).to().atStartOfDay(zone).toInstant());
    }

    private static Instant end(Question question) {
        Instant afterwards = question.asOf().plusNanos(1_000);
        return question.to() == null || afterwards.isBefore(question.to()) ? afterwards : question.to();
    }

    /** The end of the month that a time lies in or ends with. */
    private static Instant monthsEnd(Instant end, ZoneId zone) {
        LocalDate lastDay = LocalDate.ofInstant(end.minusNanos(1_000), zone);
        return lastDay.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate firstDay(@Nullable Instant from, ZoneId zone) {
        if (from == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(from, zone);
        return day.atStartOfDay(zone).toInstant().equals(from) ? day : day.plusDays(1);
    }

    private static void add(List<Range> ranges, Grain grain, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (to != null && (from == null || from.isBefore(to))) {
            ranges.add(new Range(grain, from, to));
        }
    }

    private static void add(List<Time> times, Instant from, Instant to) {
        if (from.isBefore(to)) {
            times.add(new Time(from, to));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
