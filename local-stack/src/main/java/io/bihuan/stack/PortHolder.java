package io.bihuan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out who listens on a port, as far as the system tells us. */
final class PortHolder {

    private static final String LISTENING = "0A";
    private static final int LONGEST_COMMAND = 160;

    private PortHolder() {}

    /** @return the holder in words, such as {@code process 4711 (java -jar other.jar)} */
    static String of(int port) {
        var sockets = listeningOn(port);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> holdsOneOf(process, sockets))
                    .findFirst()
                    .map(process -> "process " + process.getFileName() + command(process))
                    .orElse("a process of another user");
        } catch (IOException e) {
            return "another process";
        }
    }

    private static Set<String> listeningOn(int port) {
        var local = String.format(Locale.ROOT, ":%04X", port);
        var sockets = new HashSet<String>();
        for (var table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try {
                for (var line : Files.readAllLines(Path.of(table))) {
                    var columns = line.strip().split("\\s+");
                    if (columns.length > 9 && columns[1].endsWith(local) && columns[3].equals(LISTENING)) {
                        sockets.add("socket:[" + columns[9] + "]");
                    }
                }
            } catch (IOException e) {
                continue; // a machine without IPv6 has no such table
            }
        }
        return sockets;
    }

    private static boolean holdsOneOf(Path process, Set<String> sockets) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> target(file).filter(sockets::contains).isPresent());
        } catch (IOException | UncheckedIOException e) {
            return false; // ended meanwhile, or not ours to look into
        }
    }

    private static Optional<String> target(Path file) {
        try {
            return Optional.of(Files.readSymbolicLink(file).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String command(Path process) {
        try {
            var command = Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return " ("
                    + (command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) + "…" : command)
                    + ")";
        } catch (IOException e) {
            return "";
        }
    }
}
