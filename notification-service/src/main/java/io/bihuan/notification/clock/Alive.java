package io.bihuan.notification.clock;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service that answers and sends nothing is worse than one that is restarted. */
@Liveness
@ApplicationScoped
class Alive implements HealthCheck {

    private final Pulses pulses;

    Alive(Pulses pulses) {
        this.pulses = pulses;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reminders and messages are being sent")
                .status(pulses.beat())
                .build();
    }
}
