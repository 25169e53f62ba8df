package io.bihuan.hazard;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The tests' clock: stands still, on a Sunday morning in Xining, until a test moves it. */
@Mock
@Singleton
public class SettableClock implements InstantSource {

    public static final Instant START = Instant.parse("2026-05-03T02:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void reset() {
        now = START;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
