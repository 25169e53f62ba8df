package io.bihuan.reporting.training;

import io.bihuan.reporting.statistics.Attendance;
import java.util.EnumMap;
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

    static Trained of(Audience audience, Attendance attendance) {
        return new Trained(attendance, Map.of(audience, attendance));
    }

    /** Both together. */
    Trained and(Trained other) {
        Map<Audience, Attendance> together = new EnumMap<>(Audience.class);
        together.putAll(byAudience);
        other.byAudience.forEach((audience, attendance) -> together.merge(audience, attendance, Attendance::and));
        return new Trained(all.and(other.all), together);
    }
}
