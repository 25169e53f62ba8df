package io.bihuan.stack.command;

import io.bihuan.stack.demo.Page;
import io.bihuan.stack.season.Loading;
import io.bihuan.stack.season.Simulation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description =
                "Keeps simulated hazards coming into the stack that is up, until it is stopped: the demo persons find,"
                        + " assign, rectify, return and close them over HTTP.",
        footer = {
            "",
            "A life that takes days takes minutes here. Some are late, some are left for you to go on with. A line a minute",
            "says what was done. Loads the simulated season of ./bihuan demo first if that was not loaded yet; what it adds",
            "begins with 【模拟 Simulated】 too. Ctrl-C stops it; what was begun stays as it is."
        })
final class Simulate implements Callable<Integer> {

    private static final int MOST = 600;
    private static final BigDecimal MILLIS = BigDecimal.valueOf(60_000);

    @Mixin
    private final Help help = new Help();

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            required = true,
            description = "So many are found in a minute, 1 to " + MOST + ".")
    private int perMinute;

    @Option(names = "--seed", paramLabel = "S", description = "Draws what is found. ${DEFAULT-VALUE} unless given.")
    private long seed = 1;

    @Option(names = "--for", paramLabel = "MINUTES", description = "Stop after so many minutes, such as 0.5 or 30.")
    private @Nullable BigDecimal minutes;

    @Override
    public Integer call() {
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException("--per-minute must be 1 to " + MOST + ", but is " + perMinute);
        }
        if (minutes != null && minutes.signum() <= 0) {
            throw new IllegalArgumentException("--for must be more than 0, but is " + minutes);
        }
        var ports = Here.running().ports();
        Here.home().noteSimulated();
        var clock = InstantSource.system();
        var loading = new Loading(ports, new Page(System.out), clock);
        loading.run();
        var simulation = new Simulation(ports, loading, perMinute, seed, clock, System.out::println);
        // Also when it is stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(simulation.inAll()), "sum"));
        simulation.run(
                minutes == null
                        ? null
                        : Duration.ofMillis(minutes.multiply(MILLIS).longValue()));
        return 0;
    }
}
