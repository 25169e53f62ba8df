package io.bihuan.hazard;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place that reads the machine's clock; tests put another in its place. */
@Singleton
class WallClock {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
