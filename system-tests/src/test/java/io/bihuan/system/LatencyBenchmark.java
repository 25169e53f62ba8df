package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long people wait, and what the product takes up; the figures hold for a machine that does nothing else. */
@Tag("benchmark")
class LatencyBenchmark {

    private static final int WARM_UP = 200;
    private static final int SAMPLES = 500;
    private static final long GIVEN_UP = Duration.ofSeconds(30).toNanos();

    @Test
    void fromThePostToTheChangedFigureItTakesLessThanASecond() throws IOException {
        long begun = System.nanoTime();
        var stack = SharedStack.running();
        System.out.printf("Stack up in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        var latency = new Latency(stack);

        latency.nanos(WARM_UP);
        var nanos = latency.nanos(SAMPLES);

        System.out.printf(
                "POST to changed figure, %d samples: p50 %d ms, p90 %d ms, p99 %d ms, longest %d ms%n",
                SAMPLES, millis(nanos, 0.5), millis(nanos, 0.9), millis(nanos, 0.99), millis(nanos, 1));
        for (var service : List.of("hazard-service", "notification-service", "reporting-service")) {
            System.out.printf("%s: %d MiB resident%n", service, residentMiB(stack, service));
            assertThat(residentMiB(stack, service)).as(service).isLessThanOrEqualTo(350);
        }
        assertThat(millis(nanos, 0.99)).isLessThan(1000);
    }

    /** One client that posts a hazard and asks for the figures until they show it. */
    private record Latency(Api hazards, Api reports) {

        private static final Map<String, String> HAZARD = Map.of(
                "districtCode", "632622",
                "category", "COMMERCIAL_USE",
                "grade", "GENERAL",
                "source", "INSPECTION",
                "description", "后厨未安装可燃气体报警器");

        Latency(Stack stack) {
            this(
                    SharedStack.asAdministrator(stack, stack.ports().hazard()),
                    SharedStack.asAdministrator(stack, stack.ports().reporting()));
        }

        /** @return how long each took, the shortest first */
        long[] nanos(int samples) {
            long found = found();
            return LongStream.rangeClosed(found + 1, found + samples)
                    .map(this::once)
                    .sorted()
                    .toArray();
        }

        private long once(long expected) {
            long begun = System.nanoTime();
            assertThat(hazards.post("/api/hazards", HAZARD).status()).isEqualTo(201);
            while (found() != expected) {
                assertThat(System.nanoTime() - begun).as("nanoseconds waited").isLessThan(GIVEN_UP);
            }
            return System.nanoTime() - begun;
        }

        private long found() {
            return reports.get("/api/reports/districts?parent=6326")
                    .body()
                    .path("total")
                    .path("found")
                    .asLong();
        }
    }

    private static long millis(long[] sorted, double share) {
        return Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1])
                .toMillis();
    }

    private static long residentMiB(Stack stack, String service) throws IOException {
        var pid = Objects.requireNonNull(stack.service(service).child()).pid();
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }
}
