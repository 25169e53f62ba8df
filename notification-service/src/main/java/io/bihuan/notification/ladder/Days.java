package io.bihuan.notification.ladder;

import java.time.LocalDate;

/** How the days of a ladder are counted. */
@FunctionalInterface
public interface Days {

    /** Every day counts. */
    Days CALENDAR = LocalDate::plusDays;

    /**
     * The day that lies so many days after another.
     *
     * @param days before it if negative; the day itself if 0
     */
    LocalDate from(LocalDate day, int days);
}
