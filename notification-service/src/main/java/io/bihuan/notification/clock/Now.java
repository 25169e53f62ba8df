package io.bihuan.notification.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The one source of now; a test sets another. */
@ApplicationScoped
class Now {

    @Produces
    @ApplicationScoped
    InstantSource time() {
        return InstantSource.system();
    }
}
