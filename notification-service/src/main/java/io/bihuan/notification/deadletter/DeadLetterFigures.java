package io.bihuan.notification.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * How many dead letters wait for a person: a figure, and a hint at {@code /q/health/well}. Not part of readiness, for all
 * other records are read while these wait.
 */
@Wellness
@ApplicationScoped
class DeadLetterFigures implements HealthCheck, MeterBinder {

    private final DeadLetterOffice letters;

    DeadLetterFigures(DeadLetterOffice letters) {
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("notification.dead.letters.waiting", letters, DeadLetterOffice::waiting)
                .description("Dead letters that nobody has retried with success or dropped")
                .register(metrics);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dead letters")
                .up()
                .withData("waiting", letters.waiting())
                .build();
    }
}
