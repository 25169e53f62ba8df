package io.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.Listener;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How soon a thousand listeners know of a change; the figures hold for a machine that does nothing else. */
@Tag("benchmark")
@QuarkusTest
class StreamBenchmark extends RealPartsTest {

    private static final int LISTENERS = 1_000;
    private static final int WARM_UP = 20;
    private static final int CHANGES = 60;

    @Inject
    MeterRegistry meters;

    private final String district = Kept.freshDistrict();

    @Test
    void aChangeShowsToAThousandListenersWithinASecond() {
        topics.send(found().events());
        List<Listener> listeners = new ArrayList<>();
        try {
            Listener first = Listener.to(district, null);
            first.await("found", 1);
            listeners.add(first);
            IntStream.range(1, LISTENERS).forEach(i -> listeners.add(Listener.to(district, null)));
            listeners.forEach(listener -> listener.await("found", 1));
            IntStream.range(0, WARM_UP).forEach(i -> change(listeners, i + 2));
            double before = computations();
            long cpuBefore = cpu();
            long[] nanos = IntStream.range(WARM_UP, WARM_UP + CHANGES)
                    .mapToObj(i -> change(listeners, i + 2))
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .toArray();
            System.out.printf(
                    "Step at Kafka to event, %d changes to %d listeners: p50 %d ms, p99 %d ms, longest %d ms;"
                            + " %.2f computations and %d ms of CPU a change, with Kafka's and all clients'%n",
                    CHANGES,
                    LISTENERS,
                    nanos[nanos.length / 2] / 1_000_000,
                    nanos[nanos.length * 99 / 100] / 1_000_000,
                    nanos[nanos.length - 1] / 1_000_000,
                    (computations() - before) / CHANGES,
                    (cpu() - cpuBefore) / 1_000_000 / CHANGES);
            assertThat(nanos[nanos.length * 99 / 100]).isLessThan(1_000_000_000L);
        } finally {
            listeners.forEach(Listener::close);
        }
    }

    /** How long each listener waited. */
    private long[] change(List<Listener> listeners, int expected) {
        long begin = System.nanoTime();
        topics.send(found().events());
        listeners.forEach(listener -> listener.await("found", expected));
        return listeners.stream()
                .mapToLong(
                        listener -> listener.arrivals().get(listener.arrivals().size() - 1) - begin)
                .toArray();
    }

    private double computations() {
        return meters.get("reporting.live.computations").counter().count();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private Life found() {
        return Life.in(district).found("2026-05-01T01:00:00Z");
    }
}
