package io.bihuan.reporting.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.time.InstantSource;

/** The service's clock in tests: it stands until it is set. */
@Alternative
@Priority(1)
@ApplicationScoped
public class StandingClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-07-01T00:00:00Z");

    public void set(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
