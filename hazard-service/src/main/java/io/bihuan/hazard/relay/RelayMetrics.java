package io.bihuan.hazard.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What an operator watches of the relay: events handed to the broker, and events parked. */
@ApplicationScoped
class RelayMetrics {

    private final Counter published;
    private final Counter parked;

    RelayMetrics(MeterRegistry registry) {
        published = Counter.builder("bihuan.relay.published")
                .description("events that the broker took")
                .register(registry);
        parked = Counter.builder("bihuan.relay.parked")
                .description("events that the broker refused for good; each is a row of parked_event")
                .register(registry);
    }

    void published() {
        published.increment();
    }

    void parked() {
        parked.increment();
    }
}
