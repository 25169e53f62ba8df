package io.bihuan.hazard.deadline;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The calendars of working days 工作日历 on file, one per year; whoever else counts by them learns of every edition. */
@ApplicationScoped
public class Calendars implements PanacheRepositoryBase<YearCalendar, Integer> {

    private final History history;
    private final InstantSource clock;

    Calendars(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /** All that are on file, the first year first. */
    public List<YearCalendar> all() {
        return listAll(Sort.by("year"));
    }

    /**
     * Enters a year's notice, in place of what was on file for the year. It is counted by from now on; the deadlines
     * that were set keep their dates.
     */
    @Transactional
    public YearCalendar enter(int year, List<CalendarDay> days, Occasion occasion) {
        lock();
        refuseWhatNoNoticeSays(year, days);
        return put(year, days, false, occasion);
    }

    /** Takes on file what comes with the product, but for years that an office has entered itself. */
    @Transactional
    boolean ship(int year, List<CalendarDay> days) {
        lock();
        YearCalendar onFile = findById(year);
        if (onFile != null && (!onFile.shipped || onFile.days().equals(days))) {
            return false;
        }
        put(year, days, true, Occasion.live(clock.instant(), null));
        return true;
    }

    /** Publishes what is on file from a time when calendars were not published. */
    @Transactional
    void publishWhatWasNot() {
        lock();
        list("version = 0", Sort.by("year"))
                .forEach(calendar -> publish(calendar, Occasion.live(calendar.recordedAt, calendar.recordedBy)));
    }

    /** One changes calendars at a time: replicas that start together, and editions that must not overtake one another. */
    private void lock() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('calendars'))")
                .getSingleResult();
    }

    private YearCalendar put(int year, List<CalendarDay> days, boolean shipped, Occasion occasion) {
        YearCalendar onFile = findById(year);
        YearCalendar calendar = onFile == null ? new YearCalendar() : onFile;
        calendar.isNew = onFile == null;
        calendar.year = year;
        calendar.edition = 1 + edition();
        calendar.shipped = shipped;
        calendar.recordedBy = occasion.by();
        calendar.recordedAt = occasion.at();
        calendar.days.clear();
        days.stream().sorted(Comparator.comparing(CalendarDay::date)).forEach(calendar.days::add);
        publish(calendar, occasion);
        persist(calendar);
        return calendar;
    }

    private void publish(YearCalendar calendar, Occasion occasion) {
        calendar.version++;
        String year = Integer.toString(calendar.year);
        calendar.hash = history.record(
                new Subject("calendar", year, year, calendar.version, calendar.hash),
                "calendar.published",
                new Published(calendar.year, calendar.shipped, calendar.days()),
                occasion);
    }

    /** A year's calendar as it now stands on file. */
    private record Published(int year, boolean shipped, List<CalendarDay> days) {}

    private int edition() {
        return getEntityManager()
                .createQuery("select coalesce(max(edition), 0) from YearCalendar", Integer.class)
                .getSingleResult();
    }

    private void refuseWhatNoNoticeSays(int year, List<CalendarDay> days) {
        Set<LocalDate> elsewhere = new HashSet<>(getEntityManager()
                .createQuery("select d.date from YearCalendar c join c.days d where c.year <> :year", LocalDate.class)
                .setParameter("year", year)
                .getResultList());
        Set<LocalDate> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            CalendarDay day = days.get(i);
            String field = "days[%d].date".formatted(i);
            if (day.date().getYear() != year && day.noticeYear() != year) {
                violations.add(new Violation(field, "calendar.otherYear", day.date(), year));
            } else if (!seen.add(day.date())) {
                violations.add(new Violation(field, "calendar.twice", day.date()));
            } else if (elsewhere.contains(day.date())) {
                violations.add(new Violation(field, "calendar.otherNotice", day.date()));
            } else if (day.kind() == CalendarDay.Kind.WORKDAY && !WorkCalendar.isWeekend(day.date())) {
                violations.add(new Violation(field, "calendar.notWeekend", day.date()));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }
}
