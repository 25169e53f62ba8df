package io.bihuan.reporting.training;

import io.bihuan.reporting.statistics.Attendance;
import java.util.Map;

/**
 * Who was trained.
 *
 * @param all everybody
 * @param byAudience by audience; one that had no session is missing
 */
public record Trained(Attendance all, Map<Audience, Attendance> byAudience) {

    /** Nobody. */
    public static final Trained NOBODY = new Trained(Attendance.NONE, Map.of());
}
