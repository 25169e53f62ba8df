package io.bihuan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which process a part is, in a form that outlives the launcher: numbers are given out again, so the moment of the
 * process's start and the machine's boot are noted with it, and only the very same process is ever signalled.
 *
 * @param pid the process's number
 * @param start when it began, in the kernel's ticks since the machine's boot
 * @param boot the id of that boot
 */
record ProcessNote(long pid, String start, String boot) {

    private static final String FILE = "process";
    /* Where /proc/…/stat has the start, counted behind the command's closing bracket. */
    private static final int START_FIELD = 19;

    /** Notes the process in the part's directory. */
    static void write(Path part, long pid) throws IOException {
        var start = startOf(pid);
        if (start.isPresent()) {
            PrivateFiles.write(part.resolve(FILE), pid + " " + start.get() + " " + currentBoot() + "\n");
        }
    }

    /** @return the process that the part's directory names, if it is the one that was noted and still runs */
    static Optional<ProcessNote> living(Path part) {
        try {
            var note = Files.readString(part.resolve(FILE)).strip().split(" ");
            var noted = new ProcessNote(Long.parseLong(note[0]), note[1], note[2]);
            return noted.lives() ? Optional.of(noted) : Optional.empty();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty(); // no note, or one that was never finished: nothing we could be sure of
        }
    }

    /** Ends what a killed launcher left of this part; does nothing when there is nothing. */
    static void endLeftover(Path part, Child.Signal signal) {
        living(part).ifPresent(left -> left.end(signal, Duration.ofSeconds(15)));
    }

    boolean lives() {
        return startOf(pid).filter(start::equals).isPresent() && boot.equals(currentBoot());
    }

    /** Asks the process to end; kills it when it has not ended in time. */
    void end(Child.Signal signal, Duration patience) {
        Child.send(signal.name(), pid);
        if (!awaitEnd(patience)) {
            Child.send("KILL", pid);
            awaitEnd(Duration.ofSeconds(10));
        }
    }

    boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (lives() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !lives();
    }

    private static Optional<String> startOf(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // A zombie has ended; only nobody has asked for its exit code yet.
            return fields[0].equals("Z") ? Optional.empty() : Optional.of(fields[START_FIELD]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String currentBoot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
