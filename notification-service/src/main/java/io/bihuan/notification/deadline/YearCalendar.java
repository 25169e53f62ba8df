package io.bihuan.notification.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A year's calendar of working days 工作日历, as hazard-service published it.
 *
 * @param year that the notice on holidays is for
 * @param version 1, 2, 3… per year
 * @param days that the notice takes out of the plain week, in the order of their dates
 * @param publishedAt from when it is counted by
 */
public record YearCalendar(int year, int version, List<Day> days, Instant publishedAt) {

    /**
     * A day of the notice.
     *
     * @param name the holiday's
     */
    @Schema(name = "NoticeDay")
    public record Day(LocalDate date, String name, Kind kind) {}

    /** What the notice says of a day. */
    @Schema(name = "NoticeDayKind")
    public enum Kind {
        /** 放假: nobody works, whatever the weekday. */
        OFF,
        /** 调休上班: a weekend day that is worked to make up for a holiday. */
        WORKDAY
    }
}
