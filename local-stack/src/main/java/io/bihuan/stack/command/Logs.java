package io.bihuan.stack.command;

import io.bihuan.stack.StackHome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of the logs, of all parts or of one.")
final class Logs implements Callable<Integer> {

    @Mixin
    private final Help help = new Help();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description =
                    "hazard-service, notification-service, reporting-service, console, kafka, postgres or launcher"
                            + " (what ./bihuan up --detach says).")
    private @Nullable String service;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines of each log (${DEFAULT-VALUE}).",
            defaultValue = "50")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var home = Here.home();
        var shown = new LinkedHashMap<String, Path>();
        for (var part : service == null ? home.logged() : List.of(named(home, service))) {
            if (Files.exists(home.log(part))) {
                shown.put(part, home.log(part));
            }
        }
        if (shown.isEmpty()) {
            System.err.println("bihuan: there is no log yet in " + home.path());
            return 1;
        }
        var read = new LinkedHashMap<String, Long>();
        for (var log : shown.entrySet()) {
            read.put(log.getKey(), Files.size(log.getValue()));
            print(prefix(log.getKey()), end(log.getValue(), read.getOrDefault(log.getKey(), 0L)));
        }
        while (follow) {
            Thread.sleep(300);
            more(shown, read);
        }
        return 0;
    }

    private static String named(StackHome home, String service) {
        if (!home.logged().contains(service)) {
            throw new IllegalArgumentException(
                    "there is no '" + service + "'; there are " + String.join(", ", home.logged()));
        }
        return service;
    }

    private void more(Map<String, Path> shown, Map<String, Long> read) throws IOException {
        for (var log : shown.entrySet()) {
            long size = Files.size(log.getValue());
            long from = Math.min(size, read.getOrDefault(log.getKey(), 0L));
            if (size > from) {
                print(
                        prefix(log.getKey()),
                        part(log.getValue(), from, size).lines().toList());
            }
            read.put(log.getKey(), size);
        }
    }

    private List<String> end(Path log, long size) throws IOException {
        // A line is rarely longer than this on average, and nobody asks for all of it.
        var all =
                part(log, Math.max(0, size - 400L * lines - 4000), size).lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private static String part(Path log, long from, long to) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[Math.toIntExact(to - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private String prefix(String part) {
        return service == null ? "%-21s| ".formatted(part) : "";
    }

    private static void print(String prefix, List<String> lines) {
        lines.forEach(line -> System.out.println(prefix + line));
    }
}
