package io.bihuan.reporting;

import io.bihuan.reporting.statistics.Season;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the service gets the time from, of which a test brings its own, and its seasons. */
final class Clock {

    private Clock() {}

    @Produces
    static InstantSource system() {
        return InstantSource.system();
    }

    /** The heating season, from the first to the last day of {@code bihuan.heating-season}. */
    @Produces
    @Dependent
    static Season season(@ConfigProperty(name = "bihuan.heating-season") List<String> days) {
        return new Season(MonthDay.parse("--" + days.get(0)), MonthDay.parse("--" + days.get(1)));
    }
}
