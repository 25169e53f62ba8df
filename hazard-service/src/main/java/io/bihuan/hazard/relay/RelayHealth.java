package io.bihuan.hazard.relay;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether events get out, at {@code /q/health/well}. Not part of readiness: commands are taken and kept while the
 * broker is away.
 */
@Wellness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        RelayState state = relay.state();
        return HealthCheckResponse.named("relay")
                .status(state != RelayState.FAILING)
                .withData("state", state.name())
                .build();
    }
}
