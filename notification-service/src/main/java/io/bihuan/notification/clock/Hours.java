package io.bihuan.notification.clock;

import io.bihuan.notification.ladder.Quiet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hours in which nobody is written to, as the city has set them. */
@ApplicationScoped
class Hours {

    @Produces
    @Singleton
    Quiet quiet(
            @ConfigProperty(name = "bihuan.quiet.from") LocalTime from,
            @ConfigProperty(name = "bihuan.quiet.to") LocalTime to,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        return new Quiet(from, to, zone);
    }
}
