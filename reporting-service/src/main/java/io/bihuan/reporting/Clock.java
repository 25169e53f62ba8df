package io.bihuan.reporting;

import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Where the service gets the time from; a test brings its own. */
final class Clock {

    private Clock() {}

    @Produces
    static InstantSource system() {
        return InstantSource.system();
    }
}
