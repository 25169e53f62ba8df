package io.bihuan.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The directory that holds a stack's state: a directory per part with its data and log, the generated secrets, and what
 * runs at the moment. Only its owner can enter it.
 *
 * @param path the directory, absolute; created when the stack first starts
 */
public record StackHome(Path path) {

    /* What people open in a browser; it keeps nothing and calls the other services. */
    static final String CONSOLE = "console";

    static final List<String> SERVICES =
            List.of("hazard-service", "notification-service", "reporting-service", CONSOLE);

    /* In the order in which they are stopped: who uses a part goes before it. */
    private static final List<String> PARTS = List.of(
            CONSOLE,
            "hazard-service",
            "notification-service",
            "reporting-service",
            LocalKafka.NAME,
            LocalPostgres.NAME);

    /* Where hazard-service keeps photos and papers. */
    static final String EVIDENCE = "evidence";

    /* Is there once hazards were made up here. */
    private static final String SIMULATED = "simulated";

    private static final String LOCK = "lock";
    private static final String STATE = "state.json";
    private static final String SECRETS = "secrets";
    private static final String BINARIES = "binaries";
    private static final String LAUNCHER = "launcher";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /* Services, broker and database stop one after the other, each with its own patience. */
    private static final Duration STOPPING = Duration.ofSeconds(90);
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(2);

    public StackHome {
        path = path.toAbsolutePath().normalize();
    }

    /** @return the directory of a part, such as {@code kafka} */
    public Path part(String name) {
        return path.resolve(name);
    }

    /** @return the log of a part or service; that of the launcher when it runs in the background is {@code launcher} */
    public Path log(String name) {
        return part(name).resolve(name + ".log");
    }

    /** @return the parts that have a log, in the order in which people look for them */
    public List<String> logged() {
        return List.of(
                "hazard-service",
                "notification-service",
                "reporting-service",
                CONSOLE,
                LocalKafka.NAME,
                LocalPostgres.NAME,
                LAUNCHER);
    }

    Path binaries() {
        return path.resolve(BINARIES);
    }

    /** @return a secret of this stack, invented when it is first asked for */
    String secret(String name) {
        try {
            PrivateFiles.directory(path.resolve(SECRETS));
            return PrivateFiles.secret(path.resolve(SECRETS).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + path, e);
        }
    }

    /** Notes that hazards here are made up. From the next start on the console says so on every page. */
    public void noteSimulated() {
        try {
            PrivateFiles.directory(path);
            PrivateFiles.write(path.resolve(SIMULATED), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + path, e);
        }
    }

    boolean isSimulated() {
        return Files.exists(path.resolve(SIMULATED));
    }

    /**
     * Takes the directory for this process and notes that it did.
     *
     * @throws PartFailedException when another process has it
     */
    FileChannel take() {
        try {
            // A command that only looks whether the directory is taken holds it for a moment.
            long deadline = System.nanoTime() + LOCK_PATIENCE.toNanos();
            var taken = lock();
            while (taken.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(50);
                taken = lock();
            }
            if (taken.isEmpty()) {
                throw new PartFailedException(
                        Stack.NAME, "already runs in " + path + "; ./bihuan status shows it, ./bihuan down stops it");
            }
            Files.deleteIfExists(path.resolve(STATE)); // what a killed predecessor noted is true no more
            PrivateFiles.directory(part(LAUNCHER));
            ProcessNote.write(part(LAUNCHER), ProcessHandle.current().pid());
            return taken.get();
        } catch (IOException e) {
            throw new PartFailedException(
                    Stack.NAME, "cannot use " + path + " (" + e + "); BIHUAN_HOME names another directory", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException(Stack.NAME, "interrupted", e);
        }
    }

    /**
     * Takes the directory for this process until the answer is closed or the process ends, in whatever way.
     *
     * @return empty when another process has it
     */
    private Optional<FileChannel> lock() throws IOException {
        PrivateFiles.directory(path);
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process
        }
        channel.close();
        return Optional.empty();
    }

    /** @return whether a launcher has the directory */
    public boolean isLocked() {
        if (!Files.exists(path.resolve(LOCK))) {
            return false;
        }
        try {
            var lock = lock();
            if (lock.isPresent()) {
                lock.get().close();
            }
            return lock.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + path, e);
        }
    }

    void write(StackState state) {
        try {
            PrivateFiles.write(path.resolve(STATE), JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the stack's state in " + path, e);
        }
    }

    /** @return what the launcher that has the directory last noted; empty when none has it */
    public Optional<StackState> state() {
        if (!isLocked() || !Files.exists(path.resolve(STATE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(path.resolve(STATE)), StackState.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path.resolve(STATE), e);
        }
    }

    /** Asks the launcher that has the directory to stop its stack, and returns when all of it has stopped. */
    public void stopLauncher() {
        ProcessNote.living(part(LAUNCHER)).ifPresent(launcher -> launcher.end(Child.Signal.TERM, STOPPING));
        endLeftovers();
    }

    /** Ends what a killed launcher left running. Only for whom nobody else runs a stack here. */
    public void endLeftovers() {
        for (var part : PARTS) {
            ProcessNote.endLeftover(part(part), part.equals(LocalPostgres.NAME) ? Child.Signal.INT : Child.Signal.TERM);
        }
    }

    /** Deletes all that a stack ever keeps here, and nothing that is not a stack's. */
    public void delete() throws IOException {
        for (var part : logged()) {
            PrivateFiles.deleteAll(part(part));
        }
        for (var other : List.of(SmsInbox.NAME, EVIDENCE, SECRETS, BINARIES, SIMULATED, STATE, LOCK)) {
            PrivateFiles.deleteAll(path.resolve(other));
        }
        try (var rest = Files.list(path)) {
            if (rest.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(path);
    }
}
