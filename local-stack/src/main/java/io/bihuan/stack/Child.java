package io.bihuan.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that ends with the one that started it, however that one ends.
 *
 * <p>The child lives in a session of its own, so that neither Ctrl-C nor the closing of a terminal reaches it behind our
 * back: whoever started it decides in which order things stop. Beside it waits a shell that reads from a pipe we hold
 * open and never write to. When we are gone, by {@code kill -9} too, the pipe closes and the shell ends the child.
 */
public final class Child {

    /** Signals by which a child is asked to end; what they mean is the child's affair. */
    public enum Signal {
        INT,
        TERM
    }

    /*
     * $1: the signal that ends the command that follows. The watching shell is the command's own child, so its parent's
     * number tells whether the command still lives: a number that was given to somebody else is never signalled.
     */
    private static final String TETHER = """
            signal=$1
            shift
            exec 3<&0 </dev/null
            (
              exec >/dev/null 2>&1
              mine() {
                read -r _ _ _ parent _ </proc/self/stat && [ "$parent" = $$ ]
              }
              while read -r _ <&3; do :; done
              mine || exit 0
              kill -"$signal" $$
              for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
                sleep 1
                mine || exit 0
              done
              kill -KILL $$
            ) &
            exec 3<&-
            exec "$@"
            """;

    private static final int LAST_LINES = 20;
    private static final long LARGE_LOG = 20 * 1024 * 1024;

    private final String name;
    private final Process process;
    private final Path log;
    private final Signal signal;

    private Child(String name, Process process, Path log, Signal signal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.signal = signal;
    }

    /**
     * Starts a command, and notes in its directory which process it is.
     *
     * @param name what people call it
     * @param command the program and its arguments
     * @param environment set in addition to ours
     * @param directory where it runs; each child has one of its own
     * @param log the file to which its output is appended
     * @param signal what ends it in good order
     */
    public static Child start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Signal signal) {
        var tethered = new ArrayList<>(List.of("setsid", "sh", "-c", TETHER, name, signal.name()));
        tethered.addAll(command);
        var builder = new ProcessBuilder(tethered)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            rotate(log);
            var process = builder.start();
            ProcessNote.write(directory, process.pid());
            return new Child(name, process, log, signal);
        } catch (IOException e) {
            throw new PartFailedException(name, "could not be started: " + e.getMessage(), e);
        }
    }

    /** Keeps a log from growing over the months: one that is large is put aside at the next start. */
    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public String name() {
        return name;
    }

    /** @return the number of the command itself, not of a shell around it */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @return completed when the process has ended, of its own will or not */
    public CompletableFuture<Child> ended() {
        return process.onExit().thenApply(ended -> this);
    }

    public Path log() {
        return log;
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Asks it to end in good order and waits; what has not ended by then is killed. */
    public void stop(Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        send(signal.name(), process.pid());
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /**
     * Waits until the part is of use.
     *
     * @throws PartFailedException when it dies meanwhile or is not ready in time, with the last lines of its log
     */
    public void awaitReady(Duration patience, BooleanSupplier ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failed("ended with exit code " + process.exitValue() + " while starting");
            }
            if (System.nanoTime() > deadline) {
                throw failed("was not ready within " + patience.toSeconds() + " s");
            }
            awaitEnd(Duration.ofMillis(50));
        }
    }

    /** @return the failure of this child with the last lines of its log */
    public PartFailedException failed(String what) {
        return new PartFailedException(name, what + lastLines(log));
    }

    static void send(String signal, long pid) {
        // The shell's own kill: the program of that name is missing on a bare machine.
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("cannot signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** @return the end of a log, ready to be put behind a message; a hint when there is nothing in it */
    static String lastLines(Path log) {
        if (!Files.isReadable(log)) {
            return "";
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 8192));
            var tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            var lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "; the end of its log " + log + (last.isEmpty() ? " is empty" : ":\n  " + String.join("\n  ", last));
        } catch (IOException e) {
            return "; its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
